// One loader with its own module, set and batch: answers each request with images and milliseconds.

import init, { Dataset, Loader } from "./core.js";

const BATCH = 64;
const PIXELS = 3072;
/** Images drawn for each of five training files. */
const RECORDS = 2000;
const options = {
  seed: 42, epoch: 0, batch_index: 0, batch_size: BATCH, shuffle: true, drop_last: false, augment: true, pad: 4,
  padding: "reflect", inclusive_offsets: false, flip_probability: 0.5, statistics: "loaded", shared_seed_workers: 0, limit: 0,
};

await init();
const set = new Dataset(RECORDS);
const loaders = { nhwc: new Loader(set, options, "nhwc"), nchw: new Loader(set, options, "nchw") };
const into = new Float32Array(BATCH * PIXELS);
const source = { cache: new Float32Array(BATCH * PIXELS), set: null };

const measures = {
  nhwc: (batches) => loaders.nhwc.advance(set, batches),
  nchw: (batches) => loaders.nchw.advance(set, batches),
  cache(batches) {
    for (let batch = 0; batch < batches; batch += 1) into.set(source.cache);
    return batches * BATCH;
  },
  set(batches) {
    source.set ??= new Float32Array(5 * RECORDS * PIXELS).fill(1);
    const size = BATCH * PIXELS;
    const whole = Math.floor(source.set.length / size);
    for (let batch = 0; batch < batches; batch += 1) {
      const start = (batch % whole) * size;
      into.set(source.set.subarray(start, start + size));
    }
    return batches * BATCH;
  },
};

self.onmessage = ({ data: { what, batches } }) => {
  const start = performance.now();
  const images = measures[what](batches);
  self.postMessage({ images, ms: performance.now() - start });
};
self.postMessage({ ready: true });
