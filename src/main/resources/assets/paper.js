// Says that a file is too large before it is sent: what was typed beside it would be lost with it.
for (const field of document.querySelectorAll("input[type=file][data-most]")) {
  const warning = document.getElementById(field.dataset.warning);
  field.addEventListener("change", () => {
    const tooLarge = [...field.files].some((file) => file.size > Number(field.dataset.most));
    field.setCustomValidity(tooLarge ? warning.textContent : "");
    warning.hidden = !tooLarge;
    warning.role = tooLarge ? "alert" : null;
  });
}
