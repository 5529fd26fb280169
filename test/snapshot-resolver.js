const { join, relative } = require('node:path');

// Every snapshot lives in the top-level __snapshots__, where reviewers look first.
const root = join(__dirname, '..');
module.exports = {
  resolveSnapshotPath: (test, extension) => join(root, '__snapshots__', relative(root, test) + extension),
  resolveTestPath: (snapshot, extension) =>
    join(root, relative(join(root, '__snapshots__'), snapshot).slice(0, -extension.length)),
  testPathForConsistencyCheck: join(root, 'test', 'example.test.ts'),
};
