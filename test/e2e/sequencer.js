const { default: Sequencer } = require('@jest/test-sequencer');

// by name, so that a run has the order of every other: the tests share a cluster
module.exports = class extends Sequencer {
  sort(tests) {
    return [...tests].sort((a, b) => (a.path < b.path ? -1 : 1));
  }
};
