/**
 * A container image with its registry spelled out, so that sources that leave Docker Hub unsaid name the same image
 * (https://github.com/distribution/reference: a first part with a dot or a port, or `localhost`, is a registry).
 */
export function qualifiedImage(image: string): string {
  const [first = '', ...rest] = image.split('/');
  if (rest.length === 0) return `docker.io/library/${image}`;
  return /[.:]/.test(first) || first === 'localhost' ? image : `docker.io/${image}`;
}
