// reads [{secret, headers, body}], says of each whether it is genuine
const { readFileSync } = require("node:fs");
const { Webhook } = require("standardwebhooks");

const found = JSON.parse(readFileSync(process.argv[2], "utf8")).map(({ secret, headers, body }) => {
  try {
    return { genuine: true, payload: new Webhook(secret).verify(body, headers) };
  } catch (e) {
    return { genuine: false, reason: e.message };
  }
});
process.stdout.write(JSON.stringify(found));
