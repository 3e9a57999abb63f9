/** Where a model's files lie: an absolute URL with a slash at the end. */
export const folderUrl = ({ folder }: { folder: string }): string =>
  new URL(`${folder}/`, document.baseURI).href;
