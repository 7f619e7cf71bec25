// The page of ANAF's stand-in over its JSON API. Everything that comes in is shown as text, never as markup.

const at = id => document.getElementById(id);
const state = { series: null, message: null, newest: 0, before: null };

async function call(method, path, body) {
  const request = { method, headers: body === undefined ? {} : { "Content-Type": "application/json" } };
  if (body !== undefined) request.body = JSON.stringify(body);
  const answer = await fetch(path, request);
  const text = await answer.text();
  const value = text ? JSON.parse(text) : null;
  if (!answer.ok) throw new Error(value?.error ?? `the stand-in answered ${answer.status}`);
  return value;
}

function element(name, text, className) {
  const made = document.createElement(name);
  if (text !== undefined && text !== null) made.textContent = text;
  if (className) made.className = className;
  return made;
}

function row(cells) {
  const made = element("tr");
  for (const cell of cells) {
    const td = element("td", cell instanceof Node ? undefined : cell);
    if (cell instanceof Node) td.append(cell);
    if (typeof cell === "number") td.className = "number";
    made.append(td);
  }
  return made;
}

function link(text, act) {
  const made = element("button", text);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

const moment = text => text ? text.replace("T", " ").replace(/(\.\d+)?(Z|\+00:00)$/, "") : "";

async function showServer() {
  const status = await call("GET", "api/status");
  const facts = [["Registers send to", status.address], ["Its name", status.host], ["Clock, UTC", moment(status.clock)],
    ["Registers", status.registers], ["Messages", status.messages]];
  at("server").replaceChildren(...facts.map(([name, value]) => {
    const made = element("div");
    made.append(element("dt", name), element("dd", value));
    return made;
  }));
  at("refused-box").hidden = status.refused.length === 0;
  at("refused-count").textContent = status.refused.length;
  at("refused").replaceChildren(...status.refused.map(one => element("li", `${moment(one.at)}: ${one.client}: ${one.reason}`)));
}

async function showRegisters() {
  const registers = await call("GET", "api/registers");
  at("no-registers").hidden = registers.length > 0;
  at("registers").replaceChildren(...registers.map(one => {
    const made = row([link(one.series, () => choose(one.series)), one.kind, one.lastZ ?? "", moment(one.lastSeen),
      one.flagged ? "sent a Z twice with other contents" : one.filed ? "filed offline" : ""]);
    made.children[2].className = "number";
    if (one.flagged) made.children[4].className = "wrong";
    if (one.series === state.series) made.className = "chosen";
    return made;
  }));
}

async function choose(series) {
  state.series = series;
  await showRegister();
  await showRegisters();
}

async function showRegister() {
  at("register").hidden = !state.series;
  if (!state.series) return;
  const view = await call("GET", `api/registers/${state.series}`);
  const files = `api/registers/${state.series}/files/`;
  at("chosen").textContent = state.series;
  at("file-anaf").href = files + "anaf";
  at("file-certificate").href = files + "certificate";
  at("file-certificate").textContent = state.series + ".PEM";
  at("file-configuration").textContent = state.series + ".P7B";
  at("file-configuration").href = files + "configuration?" + new URLSearchParams(new FormData(at("times")));
  at("file-unblocking").textContent = state.series + ".P7B";
  at("file-unblocking").href = files + "unblocking";
  at("file-unblocking-line").hidden = !view.register.filed;
  at("certificates").replaceChildren(...view.certificates.map(one =>
    row([one.thumbprint.slice(0, 16).toLowerCase(), moment(one.notAfter), one.revoked ? "revoked" : "in force"])));
  if (!at("prepare").elements.mP.value) at("prepare").elements.mP.placeholder = JSON.stringify({ idM: "", ...view.profile });
}

async function showPrepared() {
  const prepared = await call("GET", "api/prepared");
  at("prepared").replaceChildren(...prepared.map(one => {
    const made = element("li", `${one.kind}${one.kind === "refuse" ? ` ${one.cod}` : ""}, ${one.times === 0 ? "always" : `${one.times} times`}, ${one.series ?? "whichever register"} `);
    const withdraw = element("button", "withdraw", "small");
    withdraw.addEventListener("click", async () => {
      await call("DELETE", `api/prepared/${one.id}`);
      await showPrepared();
    });
    made.append(withdraw);
    return made;
  }));
}

function messageRow(one) {
  const answer = one.code === undefined ? one.text || "none" : one.code <= 1 ? `${one.code} taken over` : `${one.code} ${one.text}`;
  const made = row([link(moment(one.at), () => showMessage(one.id)), one.z ?? "", answer, one.series, one.kind]);
  made.children[1].className = "number";
  made.children[2].className = one.code <= 1 ? "right-check" : "wrong";
  return made;
}

async function showMessages() {
  const messages = await call("GET", "api/messages");
  if (messages.length === 0 || messages[0].id === state.newest) return;
  state.newest = messages[0].id;
  state.before = messages.at(-1).id;
  at("messages").replaceChildren(...messages.map(messageRow));
  at("older").hidden = messages.length < 50;
}

async function showOlder() {
  const messages = await call("GET", `api/messages?before=${state.before}`);
  state.before = messages.at(-1)?.id ?? state.before;
  at("messages").append(...messages.map(messageRow));
  at("older").hidden = messages.length < 50;
}

async function showMessage(id) {
  const one = await call("GET", `api/messages/${id}`);
  at("message").hidden = false;
  at("message-id").textContent = id;
  at("message-idm").textContent = one.idM ?? "";
  at("message-xml").href = `api/messages/${id}/xml`;
  at("message-p7b").href = `api/messages/${id}/p7b`;
  const words = { right: ["\u2713", "right-check"], odd: ["!", "odd"], wrong: ["\u2717", "wrong"] };
  at("checks").replaceChildren(...one.checks.map(check =>
    element("li", `${words[check.result][0]} ${check.name}${check.detail ? `: ${check.detail}` : ""}`, words[check.result][1])));
  const xml = await fetch(`api/messages/${id}/xml`);
  at("xml").textContent = xml.ok ? (await xml.text()).replaceAll("><", ">\n<") : "The content could not be opened.";
  at("message").scrollIntoView({ block: "nearest" });
}

function showFields() {
  const kind = at("prepare").elements.kind.value;
  for (const label of at("prepare").querySelectorAll("[data-for]")) label.hidden = !label.dataset.for.split(" ").includes(kind);
}

function preparedOf(form) {
  const order = { kind: form.kind.value, times: Number(form.times.value) };
  if (form.series.value) order.series = form.series.value;
  if (order.kind === "refuse") Object.assign(order, { cod: Number(form.cod.value), text: form.text.value });
  if (order.kind === "httpError") order.status = Number(form.status.value);
  if (order.kind === "cut") order.afterBytes = Number(form.afterBytes.value);
  if (order.kind === "drip") order.milliseconds = Number(form.milliseconds.value);
  if (order.kind === "content") order.content = form.content.value;
  if (["confirm", "refuse"].includes(order.kind) && form.mP.value.trim()) order.mP = { idM: "", ...JSON.parse(form.mP.value) };
  return order;
}

async function base64(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(""));
}

async function file(form) {
  const files = await Promise.all(Array.from(form.files.files, async one => ({ name: one.name, body: await base64(one) })));
  const answer = await call("POST", "api/filings", { files });
  const lines = answer.problems.map(problem => element("p", problem, "wrong"));
  if (lines.length === 0) {
    lines.push(element("p", `Taken over. Unblocking code (codD): ${answer.idM}`, "right-check"));
    await choose(answer.series);
  }
  at("filed").replaceChildren(...lines);
}

function onSubmit(id, problem, act) {
  at(id).addEventListener("submit", async event => {
    event.preventDefault();
    at(problem).replaceChildren();
    try {
      await act(at(id).elements);
    } catch (error) {
      at(problem).append(element("p", error.message, "problem"));
    }
    await refresh();
  });
}

async function refresh() {
  await Promise.all([showServer(), showRegisters(), showPrepared(), showMessages()]);
}

onSubmit("new-register", "register-problem", async form => {
  await call("POST", "api/registers", { series: form.series.value, kind: form.kind.value, fiscalCode: form.fiscalCode.value });
  await choose(form.series.value);
});
onSubmit("prepare", "prepare-problem", form => call("POST", "api/prepared", preparedOf(form)));
onSubmit("filing", "filed", file);
at("times").addEventListener("submit", event => event.preventDefault());
at("times").addEventListener("input", showRegister);
at("prepare").elements.kind.addEventListener("change", showFields);
at("revoke").addEventListener("click", () => call("POST", `api/registers/${state.series}/revoke`, {}).then(showRegister));
at("expire").addEventListener("click", () => call("POST", `api/registers/${state.series}/expire`, {}).then(showRegister));
at("older").addEventListener("click", showOlder);
showFields();
refresh();
setInterval(() => refresh().catch(() => { at("server").replaceChildren(element("p", "The stand-in does not answer. Is it still running?", "problem")); }), 2000);
