// Drives the preview in a real browser; what it saw goes out as JSON, scene by scene.
const [modules, url, file] = process.argv.slice(2);
const { createRequire } = require("module");
const fs = require("fs");
const load = createRequire(modules + "/x.js");
const puppeteer = load("puppeteer-core");
const axe = fs.readFileSync(load.resolve("axe-core/axe.min.js"), "utf8");
const TABS = ["presentatie", "nota", "opvolging", "bevindingen"];

function change(from, to) {
  const text = fs.readFileSync(file, "utf8");
  if (!text.includes(from)) throw new Error(`no ${from}`);
  fs.writeFileSync(file, text.replace(from, to));
}

const scenes = {
  async axe(page) {
    const seen = {};
    for (const width of [320, 1280]) {
      await page.setViewport({ width, height: 900 });
      for (const tab of TABS) {
        await page.click(`#tab-${tab}`);
        await page.$$eval("details", (all) => all.forEach((each) => { each.open = true; }));
        const found = await page.evaluate(() => axe.run(document));
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        seen[`${tab} ${width}`] = { violations: found.violations.map((each) => each.id), wide };
      }
    }
    return seen;
  },
  async keyboard(page) {
    const say = () => page.$eval("figcaption", (each) => each.textContent.trim());
    const seen = [];
    for (const key of ["ArrowRight", "PageDown", "ArrowLeft"]) {
      await page.keyboard.press(key);
      seen.push(await say());
    }
    await page.focus("#tab-presentatie");
    await page.keyboard.press("ArrowRight");
    seen.push(await page.evaluate(() => document.activeElement.id));
    seen.push(await page.$eval("#presentatie", (each) => each.hidden));
    await page.keyboard.press("Home");
    await page.focus("#dias [aria-current]");
    await page.keyboard.press("End");
    seen.push(await page.evaluate(() => document.activeElement.getAttribute("aria-current")));
    return seen;
  },
  async saving(page) {
    const seen = {};
    const until = async (test, ...args) => {
      const start = Date.now();
      await page.waitForFunction(test, { timeout: 10000, polling: 20 }, ...args);
      return Date.now() - start;
    };
    const says = "(words) => document.getElementById('melding').textContent.startsWith(words)";
    const strip = (words) => stand.dias.some((dia) => dia.woorden.includes(words));
    change("Nieuw onthaal", "Nieuw loket");
    seen.change = await until(strip, "Nieuw loket");
    const nota = () => document.getElementById("nota-blad").contentDocument.body?.textContent.includes("Nieuw loket");
    await until(nota);
    change("planning:", "plannen:");
    seen.broken = await until(`(${says})("Niet bijgewerkt")`);
    seen.banner = await page.$eval("#balk", (each) => (each.hidden ? "" : each.textContent));
    seen.kept = await page.evaluate(strip, "Nieuw loket");
    seen.findings = await page.$eval("#bevindingen-tekst", (each) => each.textContent);
    const found = await page.evaluate(() => axe.run(document));
    seen.violations = found.violations.map((each) => each.id);
    change("plannen:", "planning:");
    seen.mended = await until(`(${says})("Bijgewerkt")`);
    seen.gone = await page.$eval("#balk", (each) => each.hidden);
    return seen;
  },
  async caret(page) {
    const long = "  - 'Een werkgroep die over de grenzen heen werkt'  # voortgang: negeer VG999\n";
    change("planning:\n", `planning:\n${long}`);
    await page.waitForFunction("document.getElementById('bevindingen-tekst').textContent.includes('VG999')");
    await page.click("#tab-bevindingen");
    return page.$$eval("pre", (all) => all.map((pre) => {
      const left = (node, at) => {
        const range = new Range();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        return range.getBoundingClientRect().left;
      };
      const [line, caret] = [...pre.children].map((each) => each.firstChild);
      const at = caret.length - 2; // behind a line feed
      return [line.textContent.slice(at), Math.round(left(line, at) - left(caret, at + 1))];
    }));
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
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    const asked = new Set();
    const wrong = [];
    page.on("request", (request) => asked.add(new URL(request.url()).host || request.url().slice(0, 5)));
    page.on("pageerror", (error) => wrong.push(error.message));
    page.on("console", (message) => wrong.push(message.text()));
    const look = async () => {
      await page.setViewport({ width: 1280, height: 900 });
      await page.goto(url);
      await page.waitForFunction("[...document.querySelectorAll('#dias img')].some((each) => each.naturalWidth)");
      await page.waitForFunction("document.getElementById('nota-blad').contentDocument.body?.textContent.length > 100");
      await page.evaluate(axe);
      return scenes[scene](page);
    };
    const seen = await look().catch((error) => { wrong.push(error.message); });
    all[scene] = { seen, wrong, asked: [...asked] };
    await context.close();
  }
  console.log(JSON.stringify(all));
  await browser.close();
})();
