// Sends the form as soon as another person is chosen.
for (const form of document.querySelectorAll<HTMLFormElement>('form.person-switch')) {
  form.querySelector('select')?.addEventListener('change', () => form.submit());
}
