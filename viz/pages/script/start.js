// What a page does when scripts run; it is complete without them.

// A row that an address names is open and in sight.
const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
if (named) {
  for (const each of named.querySelectorAll("details")) {
    each.open = true;
  }
}
