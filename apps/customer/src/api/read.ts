import { PublicConfig } from "@myhibachi/contract/catalog"
import { headers } from "next/headers"
import { notFound } from "next/navigation"
import { cache } from "react"
import type { z } from "zod"
import { ApiProblem } from "./problem.ts"
import { type RequestOptions, request, requestWithVersion } from "./request.ts"

/** @returns the address of the API, as set when the site was started. */
export function apiUrl(): string {
  return process.env.API_URL ?? "http://localhost:4000"
}

/** Reads from the API while a page is made. @throws ApiProblem; a thing that does not exist shows "not found". */
export async function read<Schema extends z.ZodType>(
  schema: Schema,
  path: string,
  options: RequestOptions = {},
): Promise<z.output<Schema>> {
  return orNotFound(async () => request(schema, path, await withViewer(options), apiUrl()))
}

/** As `read`, for what a feature that is off does not have. @returns null then. @throws ApiProblem */
export async function readOptional<Schema extends z.ZodType>(
  schema: Schema,
  path: string,
): Promise<z.output<Schema> | null> {
  try {
    return await request(schema, path, await withViewer({}), apiUrl())
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return null
    throw error
  }
}

/** As `read`, with the version that a change must name. @throws ApiProblem */
export async function readWithVersion<Schema extends z.ZodType>(schema: Schema, path: string) {
  return orNotFound(async () => requestWithVersion(schema, path, await withViewer({}), apiUrl()))
}

/** Prices, policies and stations in force; read once for each page. @throws ApiProblem */
export const readConfig = cache(() => read(PublicConfig, "/v1/public/config"))

// The API counts requests by viewer, not by this server.
async function withViewer(options: RequestOptions): Promise<RequestOptions> {
  const viewer = (await headers()).get("x-forwarded-for")
  return viewer ? { ...options, headers: { ...options.headers, "x-forwarded-for": viewer } } : options
}

async function orNotFound<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof ApiProblem && (error.status === 404 || error.status === 410)) notFound()
    throw error
  }
}
