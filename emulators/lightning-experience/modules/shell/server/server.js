/** Reads what the shell's own server knows of the project: `app`, or `page/Opportunity`. */
export async function readProject(path) {
  const answer = await fetch(`/lightning/_${path}`);
  if (!answer.ok) {
    const { error } = await answer.json();
    throw new Error(error);
  }
  return answer.json();
}
