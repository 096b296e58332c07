import { Skeleton } from "@myhibachi/ui/skeleton"

/** The shape of a page while its data comes. */
export function PageSkeleton() {
  return (
    <div role="status" aria-label="Loading" className="flex flex-col gap-6">
      <Skeleton className="h-9 w-2/3" />
      <Skeleton className="w-1/2" />
      <Skeleton className="mt-4 h-64 rounded-card" />
      <Skeleton className="h-40 rounded-card" />
    </div>
  )
}
