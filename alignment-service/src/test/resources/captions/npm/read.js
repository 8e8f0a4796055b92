// Reads the .vtt and .ttml files of a folder with the parsers of W3C and of the IMSC authors, and prints what they
// found: {file: {errors: [], cues: [{start, end, text, words: [start of each timed stretch]}]}}; seconds.
const fs = require("fs");
const path = require("path");
const { WebVTTParser } = require("webvtt-parser");
const entities = require("webvtt-parser/html-entities.json");
// its main file wants a browser
const { fromXML } = require("imsc/src/main/js/doc.js");

function flattened(nodes) {
  return nodes.flatMap((node) => [node, ...flattened(node.children || node.contents || [])]);
}

function vtt(content) {
  const { cues, errors } = new WebVTTParser(entities).parse(content);
  return {
    errors: errors.map((e) => `${e.line}:${e.col} ${e.message}`),
    cues: cues.map((cue) => {
      const nodes = flattened(cue.tree.children);
      return {
        start: cue.startTime,
        end: cue.endTime,
        text: nodes.filter((n) => n.type === "text").map((n) => n.value).join(""),
        words: nodes.filter((n) => n.type === "timestamp").map((n) => n.value),
      };
    }),
  };
}

function ttml(content) {
  const errors = [];
  const keep = (message) => errors.push(message);
  const doc = fromXML(content, { info: keep, warn: keep, error: keep, fatal: keep });
  const paragraphs = flattened(doc.body.contents).filter((n) => n.kind === "p");
  return {
    errors,
    cues: paragraphs.map((p) => {
      const nodes = flattened(p.contents);
      return {
        start: p.begin,
        end: p.end,
        text: nodes.map((n) => (n.kind === "br" ? "\n" : n.text || "")).join(""),
        words: nodes.flatMap((n) => n.sets || []).map((set) => set.begin),
      };
    }),
  };
}

const folder = process.argv[2];
const found = {};
for (const file of fs.readdirSync(folder)) {
  const read = { ".vtt": vtt, ".ttml": ttml }[path.extname(file)];
  if (read) found[file] = read(fs.readFileSync(path.join(folder, file), "utf8"));
}
console.log(JSON.stringify(found));
