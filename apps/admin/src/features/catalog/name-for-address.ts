/** @returns a name as it stands in addresses: `Shrimp tempura` becomes `shrimp-tempura`. */
export function nameForAddress(name: string): string {
  return name
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "")
    .slice(0, 40)
}
