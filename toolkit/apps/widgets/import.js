// Import: what the files are, which words may be personal data, and what became of every row.
function draw(ctx) {
  const { t, view } = ctx;
  return [
    uploader(ctx, {
      label: t.choose, hint: fill(t.choose_hint, { limit: megabytes(view.max_bytes) }), limits: view,
      arrived: (keys) => ctx.send("arrived", { keys }),
    }),
    waitingFiles(ctx),
    personalData(ctx),
    importButton(ctx),
    receipts(ctx),
    surveyChoices(ctx),
  ];
}
