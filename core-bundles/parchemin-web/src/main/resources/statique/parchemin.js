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
    ["submit", "garde"].forEach(function (kept) {
      form.addEventListener(kept, function () {
        changed = false;
      });
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

// Help at a touch: a term is a link to the glossary; with a script its definition opens where it stands.
(function () {
  "use strict";

  var bulle = null;
  var opener = null;

  function close(back) {
    if (!bulle) {
      return;
    }
    bulle.remove();
    bulle = null;
    opener.setAttribute("aria-expanded", "false");
    if (back) {
      opener.focus();
    }
    opener = null;
  }

  function element(name, text) {
    var made = document.createElement(name);
    made.textContent = text;
    return made;
  }

  // Below its word, within the page however narrow that is or becomes.
  function place() {
    if (!bulle) {
      return;
    }
    var at = opener.getBoundingClientRect();
    var room = document.documentElement.clientWidth;
    var width = Math.min(380, room - 24);
    bulle.style.width = width + "px";
    bulle.style.left = Math.max(12, Math.min(at.left, room - width - 12)) + window.scrollX + "px";
    bulle.style.top = at.bottom + window.scrollY + 8 + "px";
  }

  function open(link) {
    bulle = document.createElement("div");
    bulle.className = "bulle-terme";
    bulle.id = "bulle-terme";
    bulle.setAttribute("role", "dialog");
    bulle.setAttribute("aria-label", link.dataset.terme);
    bulle.tabIndex = -1;
    bulle.append(element("strong", link.dataset.terme), element("p", link.dataset.definition));
    var more = element("a", "Tous les mots du métier");
    more.href = link.href;
    var end = element("button", "Fermer");
    end.type = "button";
    end.className = "discret";
    end.addEventListener("click", function () {
      close(true);
    });
    var foot = document.createElement("p");
    foot.className = "bulle-pied";
    foot.append(more, end);
    bulle.append(foot);
    document.body.append(bulle);
    opener = link;
    place();
    link.setAttribute("aria-expanded", "true");
    bulle.focus({ preventScroll: false });
  }

  document.addEventListener("click", function (event) {
    var link = event.target.closest("a.terme");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      var again = link === opener;
      close(false);
      if (!again) {
        open(link);
      }
    } else if (bulle && !bulle.contains(event.target)) {
      close(false);
    }
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") {
      close(true);
    }
  });
  window.addEventListener("resize", place);
  document.querySelectorAll("a.terme").forEach(function (link) {
    link.setAttribute("aria-haspopup", "dialog");
    link.setAttribute("aria-expanded", "false");
    link.addEventListener("keydown", function (event) {
      if (event.key === " ") {
        event.preventDefault();
        link.click();
      }
    });
  });
})();

// Long forms keep themselves while they are written; without a script a button does.
(function () {
  "use strict";

  var PAUSE = 2000;

  document.querySelectorAll("form[data-brouillon]").forEach(function (form) {
    var said = form.querySelector("[data-brouillon-etat]");
    var waiting = null;
    var sending = null;

    function say(text) {
      if (said) {
        said.textContent = text;
      }
    }

    function keep() {
      waiting = null;
      var fields = new URLSearchParams();
      new FormData(form).forEach(function (value, name) {
        if (typeof value === "string") {
          fields.append(name, value);
        }
      });
      fields.append("brouillon.script", "1");
      sending = new AbortController();
      fetch("/brouillons", { method: "POST", body: fields, credentials: "same-origin", redirect: "error", signal: sending.signal })
        .then(function (answer) {
          if (answer.status !== 204) {
            throw new Error(String(answer.status));
          }
          say("Brouillon gardé à " + new Date().toLocaleTimeString("fr-FR", { hour: "numeric", minute: "2-digit" }) + ".");
          form.dispatchEvent(new Event("garde"));
        })
        .catch(function (failure) {
          if (failure.name !== "AbortError") {
            say("Le brouillon n’a pas pu être gardé. Envoyez le formulaire avant de quitter la page.");
          }
        });
    }

    form.addEventListener("input", function () {
      clearTimeout(waiting);
      waiting = setTimeout(keep, PAUSE);
    });
    form.addEventListener("submit", function () {
      clearTimeout(waiting);
      if (sending) {
        sending.abort();
      }
    });
  });
})();

// Branches come and go: an open page takes up their names, states and colours. Asked without the session, so that a page
// left open does not keep it alive.
(function () {
  "use strict";

  var INTERVAL = 10000;

  function apply(fragment) {
    var list = fragment.querySelector("[data-vu]");
    var fresh = fragment.querySelector("link[rel=stylesheet]");
    var stale = document.querySelector("link[rel=stylesheet][href$='/branches.css']");
    if (!list) {
      return;
    }
    if (fresh && stale && stale.getAttribute("href") !== fresh.getAttribute("href")) {
      stale.href = fresh.getAttribute("href");
    }
    var known = {};
    list.querySelectorAll("[data-branche]").forEach(function (branche) {
      known[branche.dataset.branche] = branche;
    });
    document.querySelectorAll("body [data-branche]").forEach(function (shown) {
      var now = known[shown.dataset.branche];
      if (now) {
        shown.querySelector("[data-branche-nom]").textContent = now.querySelector("[data-branche-nom]").textContent;
        shown.querySelector("[data-branche-etat]").replaceChildren(
          document.importNode(now.querySelector("[data-branche-etat]"), true));
      }
    });
    document.querySelectorAll("[data-avis]").forEach(function (avis) {
      var now = known[avis.dataset.avis];
      if (now) {
        avis.textContent = now.dataset.avis;
      }
    });
    document.body.dataset.vu = list.dataset.vu;
  }

  function look() {
    if (document.hidden) {
      return;
    }
    fetch("/vives?vu=" + encodeURIComponent(document.body.dataset.vu), { credentials: "omit" })
      .then(function (answer) {
        return answer.status === 200 ? answer.text() : "";
      })
      .then(function (text) {
        if (text) {
          apply(new DOMParser().parseFromString(text, "text/html"));
        }
      })
      .catch(function () {
        // The next look may find the platform again.
      });
  }

  // The catalogue asks for itself, and more often.
  if (document.body.dataset.vu && !document.getElementById("catalogue")) {
    setInterval(look, INTERVAL);
    document.addEventListener("visibilitychange", look);
  }
})();
