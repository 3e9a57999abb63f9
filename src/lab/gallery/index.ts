// Written by `npm run gallery`; tests/gallery.test.ts repeats each run and checks that it still is what it is called.
import type { GalleryItem } from "./item";

export const GALLERY: readonly GalleryItem[] = [];
