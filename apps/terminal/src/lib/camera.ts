import { prepareZXingModule, readBarcodes, type ReaderOptions } from 'zxing-wasm/reader';

const LOOK_EVERY_MS = 120;
/** Pictures are read at this width at most: codes are large, tablets are slow. */
const WIDTH_MAX = 960;
const options: ReaderOptions = {
  formats: ['QRCode', 'DataMatrix', 'Code128', 'Code39', 'EAN13', 'ITF'],
  maxNumberOfSymbols: 1,
  tryHarder: true,
};

const wasmUrl = new URL('zxing-wasm/reader/zxing_reader.wasm', import.meta.url).href;
prepareZXingModule({ overrides: { locateFile: () => wasmUrl } });

function pictureOf(video: HTMLVideoElement, canvas: OffscreenCanvas): ImageData | undefined {
  const scale = Math.min(1, WIDTH_MAX / video.videoWidth);
  canvas.width = Math.round(video.videoWidth * scale);
  canvas.height = Math.round(video.videoHeight * scale);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context || canvas.width === 0) return undefined;
  context.drawImage(video, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

/**
 * Shows the camera on the back of the device in a video element and reads it until a code is seen. The reader (1 MB of WebAssembly)
 * is served by core itself and loaded with this file only.
 * @param video where the picture is shown
 * @param stopped ends it: the camera is let go
 * @returns the text of the first code; undefined when it was stopped before
 * @throws DOMException when there is no camera, or nobody may use it
 */
export async function readCamera(video: HTMLVideoElement, stopped: AbortSignal): Promise<string | undefined> {
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { facingMode: 'environment', width: { ideal: 1280 } },
  });
  const canvas = new OffscreenCanvas(1, 1);
  try {
    video.srcObject = stream;
    await video.play();
    while (!stopped.aborted) {
      const picture = pictureOf(video, canvas);
      const [code] = picture ? await readBarcodes(picture, options) : [];
      if (code && code.text !== '') return code.text;
      await new Promise((done) => setTimeout(done, LOOK_EVERY_MS));
    }
    return undefined;
  } finally {
    for (const track of stream.getTracks()) track.stop();
  }
}
