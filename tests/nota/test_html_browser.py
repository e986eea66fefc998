"""The page in a real browser, under axe-core, at two widths and in both colour schemes."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from voorbeeld import CIJFERS, EIGENSCHAPPEN, NOTA

from voortgang.nota.html.write import make_html
from voortgang.source.templates import Templates

ROOT = Path(__file__).parent.parent.parent
AXE = """
const [root, url] = process.argv.slice(2);
const {createRequire} = require('module');
const load = createRequire(root + '/x.js');
const puppeteer = load('puppeteer-core');
const source = require('fs').readFileSync(load.resolve('axe-core/axe.min.js'), 'utf8');
(async () => {
  const browser = await puppeteer.launch({executablePath: process.env.CHROMIUM, headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic',
      '--no-first-run', '--disable-background-networking']});
  const page = await browser.newPage();
  const asked = [];
  page.on('request', request => asked.push(request.url()));
  await page.goto(url);
  await page.evaluate(source);
  const seen = {};
  for (const width of [320, 1280])
    for (const scheme of ['light', 'dark']) {
      await page.setViewport({width, height: 900});
      await page.emulateMediaFeatures([{name: 'prefers-color-scheme', value: scheme}]);
      const rules = scheme === 'dark' ? {runOnly: 'cat.color'} : {};  // all else is the same
      const found = await page.evaluate(only => axe.run(document, only), rules);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      seen[`${width} ${scheme}`] = [wide, ...found.violations.map(v => v.id)];
    }
  console.log(JSON.stringify({asked, seen}));
  await browser.close();
})();
"""


@pytest.mark.browser
def test_axe_finds_nothing_and_the_page_stays_within_its_width(tmp_path):
    page = tmp_path / "nota.html"
    made = make_html(NOTA, CIJFERS, Templates().find("nota.html.j2"), EIGENSCHAPPEN)
    page.write_bytes(made.content)
    script = tmp_path / "axe.cjs"
    script.write_text(AXE)
    modules = Path(os.environ.get("NODE_MODULES_DIR", ROOT / "node_modules"))
    environment = {"CHROMIUM": "/usr/bin/chromium", **os.environ}
    run = subprocess.run(
        ["node", script, modules.parent, page.as_uri()],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        env=environment,
    )
    found = json.loads(run.stdout)
    assert found["asked"] == [page.as_uri()]
    views = [(width, scheme) for width in (320, 1280) for scheme in ("light", "dark")]
    assert found["seen"] == {f"{width} {scheme}": [width] for width, scheme in views}
