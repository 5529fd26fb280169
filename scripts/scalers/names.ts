/** `awsSqsQueue` of `aws-sqs-queue`. */
export function camelCase(name: string): string {
  return name.replace(/[-_]([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** `Activation lag threshold` of `activationLagThreshold`. */
export function inWords(name: string): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(' ')
    .map((word, index) =>
      /^[A-Z]{2,}s?$/.test(word) ? word : index === 0 ? word[0]!.toUpperCase() + word.slice(1) : word.toLowerCase(),
    );
  return words.join(' ');
}
