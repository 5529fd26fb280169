const MAX_BYTES = 255;
// most names; of what follows they may be a device alone
const USUAL = /^[a-z\d][-a-z\d]{0,200}(?:\.yaml)?$/;
// What Windows, or the writer itself, gives a meaning of its own, and what would end the line that names the file.
const FORBIDDEN = /[<>:"|?*\\/\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u;
const DEVICE = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;
const SKIPPED = /^(\.git|node_modules|\.synth-.*)$/i;

/** What keeps a text from being a folder or file name on some system, if anything. */
export function problemOfName(name: string): string | undefined {
  if (USUAL.test(name) && !DEVICE.test(name)) return undefined;
  if (name === '') return 'is empty';
  if (/^\.+$/.test(name)) return 'is a way to another folder';
  if (FORBIDDEN.test(name)) return 'holds a character that a file name cannot';
  if (/[ .]$/.test(name)) return 'ends in a space or a dot';
  if (DEVICE.test(name)) return 'is a device on Windows';
  if (SKIPPED.test(name)) return 'is the name of a folder that the writer does not search';
  if (name !== name.normalize('NFC')) return 'is not in Unicode form NFC';
  if (Buffer.byteLength(name) > MAX_BYTES) return `is longer than ${MAX_BYTES} bytes`;
  return undefined;
}
