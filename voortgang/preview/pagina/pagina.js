"use strict";
// The page shows what /stand says, and asks again whenever /wijzigingen says that there is more.
// All HTML in it was made and escaped by the program; data itself is only put in as text.

const token = new URLSearchParams(location.search).get("token") || "";
const op = (id) => document.getElementById(id);
const adres = (pad) => `${pad}?token=${encodeURIComponent(token)}`;
let stand = { dias: [], notas: [], nummer: 0 };
let huidig = 0;

// --- tabs -----------------------------------------------------------------------------------

const tabs = [...document.querySelectorAll("[role=tab]")];

function kies(tab, metFocus) {
  for (const ander of tabs) {
    const gekozen = ander === tab;
    ander.setAttribute("aria-selected", String(gekozen));
    ander.tabIndex = gekozen ? 0 : -1;
    op(ander.getAttribute("aria-controls")).hidden = !gekozen;
  }
  if (metFocus) tab.focus();
}

function stap(lijst, nu, toets, terug, verder) {
  const aantal = lijst.length;
  if (toets === verder) return (nu + 1) % aantal;
  if (toets === terug) return (nu + aantal - 1) % aantal;
  if (toets === "Home") return 0;
  if (toets === "End") return aantal - 1;
  return -1;
}

for (const tab of tabs) {
  tab.addEventListener("click", () => kies(tab, false));
  tab.addEventListener("keydown", (event) => {
    const nu = stap(tabs, tabs.indexOf(tab), event.key, "ArrowLeft", "ArrowRight");
    if (nu < 0) return;
    event.preventDefault();
    kies(tabs[nu], true);
  });
}
op("naar-bevindingen").addEventListener("click", () => kies(op("tab-bevindingen"), true));

// --- slides ---------------------------------------------------------------------------------

function toonDia(nummer, { rol = true, focus = false } = {}) {
  const dia = stand.dias[nummer];
  if (!dia) return;
  huidig = nummer;
  zet(op("dia"), dia.tekening);
  zet(op("woorden"), dia.woorden);
  schrijf(op("dia-nummer"), `Dia ${nummer + 1} van ${stand.dias.length}`);
  schrijf(op("dia-titel"), dia.titel);
  op("notities-vak").hidden = !dia.notities.length;
  op("notities").replaceChildren(...dia.notities.map((tekst) => element("p", tekst)));
  op("vorige").disabled = nummer === 0;
  op("volgende").disabled = nummer === stand.dias.length - 1;
  [...op("dias").querySelectorAll("button")].forEach((knop, n) => {
    knop.tabIndex = n === nummer ? 0 : -1;
    if (n === nummer) knop.setAttribute("aria-current", "true");
    else knop.removeAttribute("aria-current");
    if (n === nummer && focus) knop.focus({ preventScroll: true });
    if (n === nummer && rol) rolTot(knop);
  });
}

/** Bring a small slide into view within its strip, without moving the page. */
function rolTot(knop) {
  const strook = op("dias").parentElement;
  const buiten = strook.getBoundingClientRect();
  const binnen = knop.getBoundingClientRect();
  strook.scrollTop += Math.max(0, binnen.bottom + 8 - buiten.bottom) + Math.min(0, binnen.top - 8 - buiten.top);
  strook.scrollLeft += Math.max(0, binnen.right + 8 - buiten.right) + Math.min(0, binnen.left - 8 - buiten.left);
}

function toonDias() {
  const lijst = op("dias");
  while (lijst.children.length > stand.dias.length) lijst.lastChild.remove();
  stand.dias.forEach((dia, n) => {
    const rij = lijst.children[n] || lijst.appendChild(nieuweRij(n));
    rij.className = n && dia.sectie !== stand.dias[n - 1].sectie ? "deel" : "";
    zet(rij.querySelector(".klein"), dia.tekening);
    schrijf(rij.querySelector(".onder"), `${n + 1}. ${dia.titel}`);
  });
}

function nieuweRij(n) {
  const rij = element("li");
  const knop = element("button");
  knop.type = "button";
  const klein = element("span");
  klein.className = "klein";
  const onder = element("span");
  onder.className = "onder";
  knop.append(klein, onder);
  knop.addEventListener("click", () => toonDia(n));
  knop.addEventListener("keydown", (event) => {
    const nu = stap(stand.dias, n, event.key, "ArrowUp", "ArrowDown");
    if (nu < 0) return;
    event.preventDefault();
    event.stopPropagation();
    toonDia(nu, { focus: true });
  });
  rij.append(knop);
  return rij;
}

op("vorige").addEventListener("click", () => toonDia(huidig - 1));
op("volgende").addEventListener("click", () => toonDia(huidig + 1));
document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
  if (op("presentatie").hidden || event.target.closest("select, [role=tablist], .rol")) return;
  const verder = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 }[event.key];
  if (!verder) return;
  event.preventDefault();
  toonDia(Math.min(Math.max(huidig + verder, 0), stand.dias.length - 1));
});

// --- nota -----------------------------------------------------------------------------------

const blad = op("nota-blad");

function toonNota() {
  const keuze = op("orgaan");
  const namen = stand.notas.map((nota) => nota.orgaan || "");
  if (namen.join("\n") !== [...keuze.options].map((optie) => optie.text).join("\n")) {
    keuze.replaceChildren(...namen.map((naam, n) => new Option(naam, n)));
  }
  op("orgaan-vak").hidden = namen.length < 2;
  if (!namen.length) return;
  const nummer = Number(keuze.value) || 0;
  const waar = `${adres(`nota/${nummer}`)}&som=${stand.notas[nummer].som}`;
  if (blad.waar === waar) return;
  blad.waar = waar;
  const hoogte = blad.contentWindow ? blad.contentWindow.scrollY : 0;
  blad.addEventListener("load", () => blad.contentWindow.scrollTo(0, hoogte), { once: true });
  blad.contentWindow.location.replace(waar);
}

blad.addEventListener("load", () => {
  for (const koppeling of blad.contentDocument.querySelectorAll("a[href^=http]")) {
    koppeling.target = "_blank";
    koppeling.rel = "noopener noreferrer";
  }
});
op("orgaan").addEventListener("change", toonNota);

// --- all of it ------------------------------------------------------------------------------

function element(naam, tekst) {
  const nieuw = document.createElement(naam);
  if (tekst !== undefined) nieuw.textContent = tekst;
  return nieuw;
}

/** Put HTML in, only where it differs: what did not change keeps its place and its focus. */
function zet(waar, html) {
  if (waar.inhoud === html) return;
  waar.inhoud = html;
  waar.innerHTML = html;
}

function schrijf(waar, tekst) {
  if (waar.textContent !== tekst) waar.textContent = tekst;
}

function toon(nieuw) {
  const titel = stand.dias[huidig] && stand.dias[huidig].titel;
  const oud = stand;
  stand = { dias: [], notas: [], ...nieuw };
  op("toestand").className = stand.goed ? "toestand goed" : "toestand";
  schrijf(op("toestand-woord"), stand.goed ? "Bijgewerkt" : "Niet bijgewerkt");
  schrijf(op("melding"), stand.melding);
  op("balk").hidden = stand.goed;
  zet(op("balk-tekst"), stand.balk);
  zet(op("bevindingen-tekst"), stand.bevindingen);
  const aantal = stand.fouten + stand.waarschuwingen;
  schrijf(op("aantal"), aantal ? String(aantal) : "");
  op("aantal").className = stand.fouten ? "aantal fouten" : "aantal";
  if (!stand.titel) return;
  schrijf(op("titel"), stand.titel);
  schrijf(op("bestuur"), stand.bestuur);
  document.title = `${stand.goed ? "" : "(fout) "}${stand.titel} – voorbeeld`;
  document.documentElement.style.setProperty("--verhouding", stand.verhouding);
  zet(op("opvolging-tekst"), stand.opvolging);
  toonDias();
  const zelfde = stand.dias.findIndex((dia) => dia.titel === titel);
  toonDia(zelfde < 0 ? Math.min(huidig, stand.dias.length - 1) : zelfde, { rol: !oud.titel });
  if (stand.goed || !oud.titel) toonNota();
}

async function haal() {
  const antwoord = await fetch(adres("stand"), { cache: "no-store" });
  if (antwoord.ok) toon(await antwoord.json());
}

const bron = new EventSource(adres("wijzigingen"));
bron.addEventListener("message", (event) => {
  if (Number(event.data) !== stand.nummer) haal().catch(() => {});
});
bron.addEventListener("error", () => {
  op("toestand").className = "toestand";
  schrijf(op("toestand-woord"), "Gestopt: start `voortgang preview` opnieuw");
});
bron.addEventListener("open", () => {
  if (stand.titel) schrijf(op("toestand-woord"), stand.goed ? "Bijgewerkt" : "Niet bijgewerkt");
  if (stand.goed) op("toestand").className = "toestand goed";
});
