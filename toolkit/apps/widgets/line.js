// The conversation of a page with its kernel.
const SLOW = 8000; // ms until the reader is told that the answer is taking long
const LOOK_EVERY = 2000;
const IDLE_LOOKS = 3; // a kernel seen idle so often while we wait has lost our message

/** Whether the kernel is there and has nothing to do. */
function kernelIsIdle() {
  const kernel = window.jupyterapp?.widgetManager?.kernel;
  return kernel?.connectionStatus === "connected" && kernel.status === "idle";
}

/**
 * Sends one message at a time, in order; the same message twice in a row is one.
 * A message that will never be answered is given up, so that the next ones can go.
 */
class Line {
  constructor(model, { receive, slow, lost }) {
    this.model = model;
    this.receive = receive;
    this.slow = slow;
    this.lost = lost;
    this.queue = [];
    this.current = null;
    this.number = 0;
    model.on("msg:custom", (message, buffers) => this.arrived(message, buffers));
  }

  send(message, buffers) {
    const { seq, ...what } = message.args();
    const mark = JSON.stringify([message.op, what]);
    const last = this.queue.at(-1) ?? this.current;
    if (last && last.mark === mark && !buffers) return last.promise;
    const item = { message, buffers, mark };
    item.promise = new Promise((resolve) => { item.resolve = resolve; });
    this.queue.push(item);
    this.next();
    return item.promise;
  }

  next() {
    if (this.current || !this.queue.length) return;
    this.current = this.queue.shift();
    this.number += 1;
    this.current.id = this.number;
    this.watch(this.current);
    const { message, buffers } = this.current;
    const whole = { ...message, args: message.args(), id: this.number };
    try {
      this.model.send(whole, undefined, buffers ?? []);
    } catch (error) {
      console.warn(error); // the kernel is gone; the page comes back with another
    }
  }

  watch(item) {
    let looks = 0;
    const look = () => {
      looks = kernelIsIdle() ? looks + 1 : 0;
      if (looks < IDLE_LOOKS) item.timer = setTimeout(look, LOOK_EVERY);
      else this.giveUp(item);
    };
    item.timer = setTimeout(() => { this.slow(); look(); }, SLOW);
  }

  giveUp(item) {
    this.current = null;
    this.lost(item.message);
    item.resolve({ refused: true, unanswered: true });
    this.next();
  }

  arrived(answer, buffers) {
    if (!this.current || answer.to !== this.current.id) return;
    const item = this.current;
    clearTimeout(item.timer);
    this.current = null;
    try {
      this.receive(answer, buffers);
    } finally {
      item.resolve(answer);
      this.next();
    }
  }
}
