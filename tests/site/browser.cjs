// Opens pages of the site in a real browser; what it saw goes out as JSON, scene by scene.
const [modules, home, ...pages] = process.argv.slice(2);
const { createRequire } = require("module");
const fs = require("fs");
const load = createRequire(modules + "/x.js");
const puppeteer = load("puppeteer-core");
const axe = fs.readFileSync(load.resolve("axe-core/axe.min.js"), "utf8");

const PLAN = "plan-test-van-het-herstelplan";

const scenes = {
  async axe(open) {
    const seen = {};
    let page;
    for (const path of pages) {
      page = await open(path, 320, "light", true, page);
      await page.evaluate(axe);
      for (const width of [320, 700, 1280]) {
        await page.setViewport({ width, height: 900 });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        if (wide !== width) seen[`${path} ${width}`] = wide;
        if (width === 700) continue;
        for (const scheme of ["light", "dark"]) {
          await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
          // What is not of colour is the same in both.
          const rules = scheme === "dark" ? { runOnly: "cat.color" } : {};
          const found = await page.evaluate((only) => axe.run(document, only), rules);
          if (found.violations.length)
            seen[`${path} ${width} ${scheme}`] = found.violations.map((each) => each.id);
        }
      }
    }
    return seen;
  },
  async filter(open) {
    const shown = (page) => page.$$eval("tr[data-rij]:not([hidden])", (all) => all.length);
    const said = (page) => page.$eval("#telling", (each) => each.textContent);
    const where = (page) => page.evaluate(() => location.search);
    const steps = [];
    const page = await open("acties.html", 1280, "light");
    const look = async (of) => steps.push([await shown(of), await said(of), await where(of)]);
    await look(page);
    await page.select("#kies-jaar", "2023");
    await look(page);
    await page.type("#zoek", "ACTIEPLAN  audít");
    await look(page);
    const sections = await page.$$eval("section[data-groep]:not([hidden])", (all) => all.length);
    const mail = await page.$eval("#mail", (each) => each.href);
    const again = await open(`acties.html${await where(page)}`, 320, "dark");
    await look(again);
    await again.click("button[type=reset]");
    await again.waitForFunction("!location.search");
    await look(again);
    const odd = await open("acties.html?jaar=1900&domein=%3Cb%3E#%E0%A4%A", 1280, "light");
    await look(odd);
    return { steps, mail, sections };
  },
  async plain(open) {
    const page = await open("acties.html", 1280, "light", false);
    const rows = await page.$$eval("tr[data-rij]", (all) => all.filter((each) => each.checkVisibility()).length);
    return { rows, form: await page.$eval("#filter", (each) => each.checkVisibility()) };
  },
  async link(open) {
    const page = await open("plannen.html?zoek=nergens", 1280, "light");
    const shown = () => page.$eval(`#${PLAN}`, (each) => each.checkVisibility());
    const before = await shown();
    await page.evaluate((id) => { location.hash = id; }, PLAN);
    await page.waitForFunction("!location.search");
    return [before, await shown()];
  },
  async anchor(open) {
    const page = await open(`plannen.html?stand=lopend#${PLAN}`, 1280, "light");
    return page.$eval(`#${PLAN}`, (each) => Math.round(each.getBoundingClientRect().top) < 900);
  },
};

(async () => {
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM,
    headless: true,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
  });
  const all = {};
  for (const scene of Object.keys(scenes)) {
    const asked = new Set();
    const wrong = [];
    const opened = [];
    async function begin() {
      const page = await browser.newPage();
      opened.push(page);
      page.on("request", (request) => asked.add(new URL(request.url()).protocol));
      page.on("pageerror", (error) => wrong.push(error.message));
      page.on("console", (message) => wrong.push(message.text()));
      return page;
    }
    async function open(path, width, scheme, script = true, used = undefined) {
      const page = used ?? await begin();
      await page.setJavaScriptEnabled(script);
      await page.setViewport({ width, height: 900 });
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      await page.goto(`${home}/${path}`);
      return page;
    }
    const seen = await scenes[scene](open).catch((error) => { wrong.push(error.message); });
    all[scene] = { seen, wrong, asked: [...asked] };
    await Promise.all(opened.map((page) => page.close()));
  }
  console.log(JSON.stringify(all));
  await browser.close();
})();
