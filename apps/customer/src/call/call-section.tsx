import { CallForm } from "./call-form.tsx"

/** The place on a page where one asks to be called. */
export function CallSection() {
  return (
    <section id="call" aria-labelledby="call-heading" className="max-w-xl scroll-mt-4">
      <h2 id="call-heading" className="text-2xl font-semibold">
        Rather talk to a person?
      </h2>
      <p className="mt-2 mb-6 text-ink-soft">Ask us to call you; we plan it with you.</p>
      <CallForm />
    </section>
  )
}
