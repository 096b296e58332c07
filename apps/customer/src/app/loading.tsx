import { PageSkeleton } from "@/site/page-skeleton.tsx"

export default function Loading() {
  return <PageSkeleton />
}
