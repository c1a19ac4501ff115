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

  // Passkeys. The question for the device is in the page, its answer goes with the form.
  var connaitCles =
    window.PublicKeyCredential &&
    PublicKeyCredential.parseCreationOptionsFromJSON &&
    PublicKeyCredential.parseRequestOptionsFromJSON;

  each("[data-cle-offerte]", function (form) {
    form.hidden = !connaitCles || location.origin !== form.dataset.cleOfferte;
  });

  each("[data-cle]", function (zone) {
    function part(name) {
      return zone.querySelector("[data-cle-" + name + "]");
    }
    var button = part("bouton");
    var failure = part("echec");
    part("sans-script").hidden = true;
    if (location.origin !== zone.dataset.cleOrigine) {
      part("ailleurs").hidden = false;
      return;
    }
    if (!connaitCles) {
      part("incapable").hidden = false;
      return;
    }
    button.hidden = false;
    button.addEventListener("click", function () {
      var form = zone.closest("form");
      var options = JSON.parse(zone.dataset.cle);
      var creates = zone.dataset.cleSorte === "creation";
      if (!form.reportValidity()) {
        return;
      }
      failure.hidden = true;
      button.disabled = true;
      (creates
        ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
        : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })
      ).then(
        function (credential) {
          part("reponse").value = JSON.stringify(credential.toJSON());
          form.requestSubmit();
        },
        function (error) {
          button.disabled = false;
          failure.textContent =
            error.name === "InvalidStateError"
              ? "Cet appareil a déjà une clé d’accès de votre compte. Choisissez-en un autre."
              : "L’appareil n’a pas répondu, ou vous avez renoncé. Vous pouvez recommencer.";
          failure.hidden = false;
        }
      );
    });
  });
})();
