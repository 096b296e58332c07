const NEWS =
  /\b(?:(?:he|she|they|i) said (?:yes|si)|(?:got|getting|just|we'?re|we are|i'?m|they'?re|is|are) (?:\w+ )?engaged(?! (?:with|in))|(?:got|getting) (?:married|hitched)|(?:he|she|they|i) (?:\w+ )?(?:proposed|popped the question)|(?:we'?re|i'?m|she'?s|we are|i am|she is|wife is|daughter is) (?:pregnant|expecting|having a (?:baby|boy|girl)|(?:gonna|going to) be (?:parents|grandparents))|it'?s a (?:boy|girl)|baby (?:is|was) (?:here|born)|(?:is|are|just) (?:officially )?graduat(?:ed|ing)|got (?:in|into \w+|accepted|promoted|the (?:job|house|keys|green card)|(?:his|her|my) (?:green card|citizenship|degree|license))|passed (?:the|my|her|his) (?:\w+ )?(?:exams?|boards|test|bar|citizenship)|cancer[- ]free|in remission|beat cancer|home from (?:deployment|the army|the hospital)|adoption (?:is|was|went)|closed on (?:our|the|my)|happiest|best (?:day|news)|happy tears|tears of joy)\b|[💍🎉🥳🎊🍾]/iu

/** @returns whether the message tells news that are a joy in themselves, whatever tears are shed over them. */
export function isJoyfulNews(text: string): boolean {
  return NEWS.test(text)
}
