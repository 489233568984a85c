const status = document.querySelector('.copied');

// The buttons are replaced whenever the page is brought up to date, so the document listens for them.
document.addEventListener('click', async (event) => {
  const button = event.target.closest('[data-copy]');
  if (button === null) return;
  await navigator.clipboard.writeText(button.dataset.copy);
  status.textContent = `Copied ${button.dataset.copy}`;
});
