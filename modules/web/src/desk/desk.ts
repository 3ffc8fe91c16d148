customElements.define('cf-desk', class extends HTMLElement {});
