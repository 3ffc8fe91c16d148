customElements.define('cf-officer', class extends HTMLElement {});
