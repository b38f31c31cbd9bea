// The search page as programs use it: `<ol id="ket-qua" data-state="searching|done">` with one
// `<li data-task="<plan>/<task>">` for each result, best first.

/** Opens the search page with a query in the address, as encoded already, and waits for its results. */
export async function searchAt(tab, place, encodedQuery) {
  const faults = await tab.visit(place, `tim-kiem.html?q=${encodedQuery}`);
  return { faults: [...faults], results: await results(tab) };
}

/** The same for a query as a person would write it. */
export function search(tab, place, query) {
  return searchAt(tab, place, encodeURIComponent(query));
}

/** Waits until the search has ended: the tasks found, each with the address that its first link leads to. */
export async function results(tab) {
  await tab.until('the search to end', () => document.querySelector('#ket-qua')?.dataset.state === 'done');
  return tab.ask(() => [...document.querySelectorAll('#ket-qua > li')].map((item) => ({
    task: item.dataset.task,
    link: item.querySelector('a[href]')?.href,
    text: item.innerText,
  })));
}

/** The tasks of the site's data for which `holds` is true, as the result list names them. */
export function tasksWhere(plans, holds) {
  return plans.flatMap(({ plan, tasks }) => tasks.filter(holds).map((task) => `${plan.id}/${task.id}`));
}
