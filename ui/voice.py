"""The two parts of the page that need a script: saying that an answer is ready, and copying it.

Their tags and scripts are constants; what they are given arrives as data and is only ever set as text.
"""

from __future__ import annotations

import streamlit as st

__all__ = ["announce", "copy_and_link", "copy_link", "copy_words"]

_ANNOUNCER_JS = """
export default function ({ data, parentElement }) {
  const region = parentElement.querySelector('[role=status]');
  if (region.dataset.said === String(data.count)) return;
  region.dataset.said = String(data.count);
  region.textContent = data.words;
  if (!data.target) return;
  // Streamlit follows a chat to its foot when it grows; an answer is read from its head. It lets go where a reader
  // takes hold: a turn of the wheel ends its motion, and a scroll just after, not of its making, its following.
  const box = () => document.querySelector('[data-testid=stAppScrollToBottomContainer]');
  const acts = ['wheel', 'touchstart', 'pointerdown', 'keydown'];
  let held = true;
  const hold = () => {
    if (!held) return;
    document.getElementById(data.target)?.scrollIntoView({ block: 'start' });
    requestAnimationFrame(hold);
  };
  const letGo = setInterval(() => {
    box()?.dispatchEvent(new WheelEvent('wheel'));
    setTimeout(() => box()?.dispatchEvent(new Event('scroll')), 20);
  }, 160);
  const stop = () => {
    held = false;
    clearInterval(letGo);
    acts.forEach((act) => removeEventListener(act, taken, true));
  };
  const taken = (event) => event.isTrusted && stop();
  acts.forEach((act) => addEventListener(act, taken, true));
  hold();
  setTimeout(stop, 6000);
}
"""

_ACTIONS_HTML = """
<div class="dp-actions">
  <button type="button" class="dp-main" data-does="copy">Copy with footnotes</button>
  <button type="button" data-does="link">Copy a link to this answer</button>
  <span role="status"></span>
</div>
"""

_COPY_JS = """
async function copy(words) {
  if (navigator.clipboard && window.isSecureContext) {
    try { await navigator.clipboard.writeText(words); return true; } catch (refused) { /* the older way, below */ }
  }
  const holder = document.createElement('textarea');
  holder.value = words;
  holder.setAttribute('aria-hidden', 'true');
  holder.style.position = 'fixed';
  holder.style.opacity = '0';
  document.body.append(holder);
  holder.select();
  const done = document.execCommand('copy');
  holder.remove();
  return done;
}
"""

_ACTIONS_JS = (
    _COPY_JS
    + """
export default function ({ data, parentElement }) {
  const said = parentElement.querySelector('[role=status]');
  const does = {
    copy: () => [data.text, 'Copied, with its footnotes.'],
    link: () => [location.origin + location.pathname + '?' + data.query, 'Link copied.'],
  };
  for (const button of parentElement.querySelectorAll('button')) {
    button.onclick = async () => {
      const [words, done] = does[button.dataset.does]();
      const copied = await copy(words);
      button.focus();
      said.textContent = copied ? done : 'This browser does not let the page copy: use Download instead.';
    };
  }
}
"""
)

_ONE_HTML = """
<div class="dp-actions"><button type="button"><span>Copy</span></button><span role="status"></span></div>
"""

_ONE_JS = (
    _COPY_JS
    + """
export default function ({ data, parentElement }) {
  const said = parentElement.querySelector('[role=status]');
  const button = parentElement.querySelector('button');
  button.firstElementChild.textContent = data.label;
  button.setAttribute('aria-label', data.named ? data.label + ': ' + data.named : data.label);
  button.onclick = async () => {
    const words = data.query ? location.origin + location.pathname + '?' + data.query : data.text;
    const copied = await copy(words);
    button.focus();
    said.textContent = copied ? data.done : 'This browser does not let the page copy: mark the words and copy them.';
  };
}
"""
)

_announcer = st.components.v2.component(
    "despatch_announcer",
    html='<div role="status" aria-live="polite" class="dp-unseen"></div>',
    js=_ANNOUNCER_JS,
    isolate_styles=False,
)
_one = st.components.v2.component("despatch_copy", html=_ONE_HTML, js=_ONE_JS, isolate_styles=False)
_actions = st.components.v2.component("despatch_actions", html=_ACTIONS_HTML, js=_ACTIONS_JS, isolate_styles=False)


def announce(words: str, count: int, target: str = "") -> None:
    """Have WORDS read out politely, once for each COUNT, and bring the element whose id is TARGET into view."""
    _announcer(key="announcer", data={"words": words, "count": count, "target": target})


def copy_and_link(key: str, text: str, query: str) -> None:
    """Buttons that copy TEXT, and the address of the page that asks QUERY again."""
    _actions(key=key, data={"text": text, "query": query}, width="content")


def copy_words(key: str, text: str, named: str) -> None:
    """A button that copies TEXT, the question and the answer that are NAMED so."""
    data = {"label": "Copy question and answer", "text": text, "query": "", "named": named, "done": "Copied."}
    _one(key=key, data=data, width="content")


def copy_link(key: str, query: str) -> None:
    """A button that copies the address of this page that looks for QUERY again."""
    data = {"label": "Copy a link to this list", "text": "", "query": query, "named": "", "done": "Link copied."}
    _one(key=key, data=data, width="content")
