"use client"

import { AnswerIntent, AnswerIntents } from "@myhibachi/contract/classroom"
import { Badge } from "@myhibachi/ui/badge"
import { Button } from "@myhibachi/ui/button"
import { EmptyState } from "@myhibachi/ui/empty-state"
import { Cell, HeaderCell, Row, Table } from "@myhibachi/ui/table"
import { useToast } from "@myhibachi/ui/toast"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { request } from "@/api/request.ts"
import { Loaded, sentenceOf } from "@/lists/loaded.tsx"
import { stacked } from "@/lists/stacked.ts"
import { useMay } from "@/shell/me.tsx"
import { PageHeader } from "@/shell/page-header.tsx"
import { readableName } from "@/text/readable.ts"

/** How the similarity check does for each kind of question, with a switch for each. */
export function SimilarityView() {
  const intents = useQuery({
    queryKey: ["answer-intents"],
    queryFn: () => request(AnswerIntents, "/v1/answer-intents"),
    refetchInterval: 15_000,
  })
  return (
    <>
      <PageHeader
        title="Similarity"
        detail="Questions that are answered from an earlier answer, with fresh numbers"
      />
      <Loaded query={intents}>
        {(data) =>
          data.intents.length === 0 ? (
            <EmptyState title="No answer is kept yet">
              Answers that passed the guard are kept and appear here by kind.
            </EmptyState>
          ) : (
            <IntentTable intents={data.intents} />
          )
        }
      </Loaded>
    </>
  )
}

function IntentTable({ intents }: { intents: AnswerIntent[] }) {
  const mayWrite = useMay("assistant:write")
  return (
    <Table label="Similarity check by kind of question" className={stacked}>
      <thead>
        <tr>
          <HeaderCell>Kind of question</HeaderCell>
          <HeaderCell>State</HeaderCell>
          <HeaderCell isNumber>Needs</HeaderCell>
          <HeaderCell isNumber>Kept</HeaderCell>
          <HeaderCell isNumber>Hits</HeaderCell>
          <HeaderCell isNumber>Judged</HeaderCell>
          <HeaderCell isNumber>False hits</HeaderCell>
          <HeaderCell isNumber>At most (95 %)</HeaderCell>
          {mayWrite ? <HeaderCell>Change</HeaderCell> : null}
        </tr>
      </thead>
      <tbody>
        {intents.map((intent) => (
          <IntentRow key={intent.intent} intent={intent} mayWrite={mayWrite} />
        ))}
      </tbody>
    </Table>
  )
}

function IntentRow({ intent, mayWrite }: { intent: AnswerIntent; mayWrite: boolean }) {
  return (
    <Row>
      <Cell className="font-medium">{intent.intent.split("+").map(readableName).join(", ")}</Cell>
      <Cell>
        <Badge state={intent.isStopped ? "caution" : "good"}>{intent.isStopped ? "Stopped" : "Hits"}</Badge>{" "}
        {intent.stoppedReason ? <span className="text-sm text-ink-soft">{intent.stoppedReason}</span> : null}
      </Cell>
      <Cell data-title="Needs" isNumber>
        {intent.threshold.toFixed(2)}
      </Cell>
      <Cell data-title="Kept" isNumber>
        {intent.entries}
      </Cell>
      <Cell data-title="Hits" isNumber>
        {intent.hits}
      </Cell>
      <Cell data-title="Judged" isNumber>
        {intent.judged}
      </Cell>
      <Cell data-title="False hits" isNumber>
        {intent.falseHits}
      </Cell>
      <Cell isNumber data-title="At most (95 %)">
        {intent.judged === 0 ? "–" : `${(intent.falseHitUpperBound * 100).toFixed(2)} %`}
      </Cell>
      {mayWrite ? (
        <Cell>
          <StopSwitch intent={intent} />
        </Cell>
      ) : null}
    </Row>
  )
}

function StopSwitch({ intent }: { intent: AnswerIntent }) {
  const client = useQueryClient()
  const tell = useToast()
  const change = useMutation({
    mutationFn: () =>
      request(AnswerIntent, `/v1/answer-intents/${encodeURIComponent(intent.intent)}`, {
        method: "PUT",
        body: { isStopped: !intent.isStopped },
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["answer-intents"] }),
    onError: (error) => tell({ title: sentenceOf(error), state: "bad" }),
  })
  return (
    <Button size="small" variant="secondary" isBusy={change.isPending} onClick={() => change.mutate()}>
      {intent.isStopped ? "Resume" : "Stop"}
    </Button>
  )
}
