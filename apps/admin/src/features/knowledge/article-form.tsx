"use client"

import { zodResolver } from "@hookform/resolvers/zod"
import { Article, ArticleInput, ArticleStatus } from "@myhibachi/contract/knowledge"
import { Button } from "@myhibachi/ui/button"
import { ErrorState } from "@myhibachi/ui/error-state"
import { Field } from "@myhibachi/ui/field"
import { Input } from "@myhibachi/ui/input"
import { Select } from "@myhibachi/ui/select"
import { Textarea } from "@myhibachi/ui/textarea"
import { useMutation } from "@tanstack/react-query"
import { useForm } from "react-hook-form"
import type { z } from "zod"
import { request } from "@/api/request.ts"
import { sentenceOf } from "@/lists/loaded.tsx"
import { articleState } from "./articles-list.tsx"

interface ArticleFormProps {
  /** The article to change; a new one without. */
  article: Article | null
  onSaved: (article: Article) => void
  onCancel: () => void
}

/** Writes an article; a change is a new version and counts for answers at once. */
export function ArticleForm({ article, onSaved, onCancel }: ArticleFormProps) {
  const form = useForm<z.input<typeof ArticleInput>, unknown, ArticleInput>({
    resolver: zodResolver(ArticleInput),
    mode: "onBlur",
    defaultValues: startValues(article),
  })
  const { errors } = form.formState
  const save = useSave(article, onSaved)
  return (
    <form
      className="flex max-w-3xl flex-col gap-5"
      noValidate
      onSubmit={form.handleSubmit((body) => save.mutate(body))}
    >
      <Field label="Title" error={errors.title?.message} isRequired>
        <Input {...form.register("title")} />
      </Field>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label="Category" error={errors.category?.message} isRequired>
          <Input {...form.register("category")} />
        </Field>
        <Field label="State" error={errors.status?.message}>
          <Select {...form.register("status")}>
            {ArticleStatus.options.map((status) => (
              <option key={status} value={status}>
                {articleState[status].title}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <Field
        label="Text"
        hint="Names in double braces, like {{deposit.amount}}, become the figures of today's policies and prices."
        error={errors.body?.message}
        isRequired
      >
        <Textarea rows={14} className="max-h-none" {...form.register("body")} />
      </Field>
      {save.error ? <ErrorState title={sentenceOf(save.error)} /> : null}
      <div className="flex gap-2">
        <Button type="submit" isBusy={save.isPending}>
          {article ? "Save as a new version" : "Create the article"}
        </Button>
        <Button variant="secondary" onClick={onCancel}>
          Leave as it was
        </Button>
      </div>
    </form>
  )
}

function useSave(article: Article | null, onSaved: (article: Article) => void) {
  return useMutation({
    mutationFn: (body: ArticleInput) =>
      article
        ? request(Article, `/v1/knowledge/articles/${article.id}`, {
            method: "PUT",
            body,
            headers: { "if-match": `"v${article.version}"` },
          })
        : request(Article, "/v1/knowledge/articles", { method: "POST", body }),
    onSuccess: onSaved,
  })
}

function startValues(article: Article | null): z.input<typeof ArticleInput> {
  if (!article) return { title: "", category: "", topics: [], body: "", status: "draft" }
  const { title, category, topics, body, status } = article
  return { title, category, topics, body, status }
}
