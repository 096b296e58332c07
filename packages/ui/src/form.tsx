import type { ComponentProps } from "react"

interface FormProps extends Omit<ComponentProps<"form">, "onSubmit"> {
  onSubmit: () => void
}

/** A form that sends by `onSubmit` instead of leaving the page; its fields stand below each other. */
export function Form({ onSubmit, className = "flex flex-col gap-4", ...others }: FormProps) {
  return (
    <form
      className={className}
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
      {...others}
    />
  )
}
