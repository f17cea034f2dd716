// Import: what the files are, which words may be personal data, and what became of every row.
function draw(ctx) {
  return [
    uploader(ctx),
    waitingFiles(ctx),
    personalData(ctx),
    importButton(ctx),
    receipts(ctx),
  ];
}
