// Answers: what stands in the form, by the names of its controls (`venues.0.street`), and back again.

export function read(form) {
  const answers = {};
  for (const control of form.elements) {
    const { name, type } = control;
    if (!name) continue;
    if (type === "checkbox" && "yes" in control.dataset) put(answers, name, control.checked);
    else if (type === "checkbox") {
      if (control.checked) put(answers, name, [...(at(answers, name) ?? []), control.value]);
    } else if (type !== "radio" || control.checked) put(answers, name, control.value);
  }
  return answers;
}

export function write(form, answers) {
  for (const control of form.elements) {
    const { name, type } = control;
    if (!name) continue;
    const value = at(answers, name);
    if (type === "radio") control.checked = control.value === value;
    else if (type === "checkbox") control.checked = "yes" in control.dataset ? Boolean(value) : (value ?? []).includes(control.value);
    else control.value = value ?? "";
  }
}

const at = (answers, name) => name.split(".").reduce((found, part) => found?.[part], answers);

function put(answers, name, value) {
  const parts = name.split(".");
  const last = parts.pop();
  let place = answers;
  parts.forEach((part, number) => {
    place[part] ??= /^\d+$/.test(parts[number + 1] ?? last) ? [] : {};
    place = place[part];
  });
  place[last] = value;
}
