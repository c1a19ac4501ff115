// What the pages do better with a script; each of them works without.
(function () {
  "use strict";

  function each(selector, act) {
    document.querySelectorAll(selector).forEach(act);
  }

  // Marks that were not sent are worth a question before the page is left.
  each("form[data-garde]", function (form) {
    var changed = false;
    form.addEventListener("input", function () {
      changed = true;
    });
    form.addEventListener("submit", function () {
      changed = false;
    });
    window.addEventListener("beforeunload", function (event) {
      if (changed) {
        event.preventDefault();
      }
    });
  });

  // A form is sent once, however often its button is pressed.
  each("form[method=post]", function (form) {
    var sent = false;
    form.addEventListener("submit", function (event) {
      if (sent) {
        event.preventDefault();
      }
      sent = true;
    });
    window.addEventListener("pageshow", function () {
      sent = false;
    });
  });

  each("[data-raccourcis]", function (zone) {
    zone.hidden = false;
  });
  each("[data-remplir]", function (button) {
    button.addEventListener("click", function () {
      each("input[type=radio][name^='note.'][value='" + button.dataset.remplir + "']", function (choice) {
        choice.checked = true;
        choice.dispatchEvent(new Event("input", { bubbles: true }));
      });
    });
  });

  // Ticks every file of the page, or none; without a script the link asks for the page with all of them ticked.
  each("[data-tout-cocher]", function (link) {
    var boxes = "input[type=checkbox][name='" + link.dataset.toutCocher + "']";
    function allTicked() {
      return document.querySelector(boxes + ":not(:checked)") === null;
    }
    function say() {
      link.textContent = allTicked() ? "Tout désélectionner" : "Tout sélectionner sur cette page";
    }
    link.addEventListener("click", function (event) {
      event.preventDefault();
      var tick = !allTicked();
      each(boxes, function (box) {
        box.checked = tick;
      });
      say();
    });
    document.addEventListener("change", say);
    say();
  });

  each("[data-imprimer]", function (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      window.print();
    });
  });
})();
