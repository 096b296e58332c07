/** The business's name as the admin site shows it. */
export function Wordmark({ isSmall = false }: { isSmall?: boolean }) {
  return (
    <p
      className={
        isSmall ? "flex items-center gap-2 font-semibold" : "flex items-center gap-3 text-xl font-semibold"
      }
    >
      <svg aria-hidden viewBox="0 0 32 32" className={isSmall ? "size-7" : "size-9"}>
        <rect width="32" height="32" rx="8" className="fill-ink" />
        <path
          className="fill-ember"
          d="M16 5c1 5 6 6.5 6 12.500A6 6 0 0 1 16 24a6 6 0 0 1-6-6.500c0-3 1.600-4.500 2.600-6.500.6 1.600 1.400 2.400 2.200 2.800C14.500 10.500 15 7.500 16 5z"
        />
      </svg>
      MyHibachi <span className="font-normal text-ink-soft">admin</span>
    </p>
  )
}
