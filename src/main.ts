import { mount } from "svelte";
import { Quorum } from "./app/quorum.svelte";
import { applyTheme, storedTheme } from "./app/theme";
import App from "./ui/App.svelte";

const target = document.getElementById("app");
if (!target) throw new Error("index.html has no #app element");
applyTheme(storedTheme());
const quorum = new Quorum();
// In a task of its own: in this one the parser still has to end, and then everything there is is laid out.
setTimeout(() => mount(App, { target, props: { quorum } }));
