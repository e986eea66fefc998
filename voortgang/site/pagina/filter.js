"use strict";
// Narrows what stands on the page; without it everything is there. What is chosen goes in the
// address, so that a view can be kept and mailed.
(() => {
  const op = (id) => document.getElementById(id);
  const form = op("filter");
  const telling = op("telling");
  const rijen = [...document.querySelectorAll("[data-rij]")];
  const groepen = [...document.querySelectorAll("[data-groep]")];
  const velden = [...form.elements].filter((veld) => veld.name);
  const gewoon = (tekst) => tekst.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const woorden = new Map();

  function past(rij, veld) {
    if (veld.type !== "search") return (rij.dataset[veld.name] || "").split("\n").includes(veld.value);
    if (!woorden.has(rij)) woorden.set(rij, gewoon(rij.textContent));
    return gewoon(veld.value).split(/\s+/).every((woord) => woorden.get(rij).includes(woord));
  }

  function toon() {
    const gekozen = velden.filter((veld) => veld.value.trim());
    let aantal = 0;
    for (const rij of rijen) {
      rij.hidden = !gekozen.every((veld) => past(rij, veld));
      aantal += !rij.hidden;
    }
    for (const groep of groepen) groep.hidden = !groep.querySelector("[data-rij]:not([hidden])");
    const { een, meer } = telling.dataset;
    const alle = gekozen.length ? ` van ${rijen.length}` : "";
    telling.textContent = `${aantal}${alle} ${(alle ? rijen.length : aantal) === 1 ? een : meer}`;
    const vraag = new URLSearchParams(gekozen.map((veld) => [veld.name, veld.value.trim()])).toString();
    const adres = new URL(vraag ? `?${vraag}` : location.pathname, location.href);
    adres.hash = location.hash;
    history.replaceState(null, "", adres);
    op("mail").href = `mailto:?subject=${encodeURIComponent(document.title)}&body=${encodeURIComponent(adres)}`;
  }

  function lees() {
    const gevraagd = new URLSearchParams(location.search);
    for (const veld of velden) {
      veld.value = gevraagd.get(veld.name) || "";
      if (veld.selectedIndex === -1) veld.value = "";
    }
    toon();
  }

  // A link to a plan that the filters hide would lead nowhere.
  window.addEventListener("hashchange", () => {
    const doel = document.querySelector(":target");
    if (!doel?.hidden) return;
    form.reset();
    toon();
    doel.scrollIntoView();
  });
  form.addEventListener("input", toon);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(toon));
  window.addEventListener("pageshow", lees);
  form.hidden = false;
  lees();
  // What an address points at may have been pushed down by the filters that came above it.
  document.querySelector(":target")?.scrollIntoView();
})();
