import { mount } from "svelte";
import { Quorum } from "./app/quorum.svelte";
import { applyTheme, storedTheme } from "./app/theme";
import App from "./ui/App.svelte";

const target = document.getElementById("app");
if (!target) throw new Error("index.html has no #app element");
applyTheme(storedTheme());
mount(App, { target, props: { quorum: new Quorum() } });
