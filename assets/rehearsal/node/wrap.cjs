/** Puts a function of ours around one of theirs: in place, once. What is frozen stays as it is. */
'use strict';
const WRAPPED = Symbol.for('scalekit-fix.wrapped');

exports.wrap = (holder, name, make) => {
  const original = holder[name];
  if (typeof original !== 'function' || original[WRAPPED]) return;
  const wrapper = make(original);
  Object.defineProperty(wrapper, 'name', { value: original.name, configurable: true });
  Object.defineProperty(wrapper, 'length', { value: original.length, configurable: true });
  Object.defineProperty(wrapper, WRAPPED, { value: true });
  for (const key of Reflect.ownKeys(original))
    if (!(key in wrapper)) Object.defineProperty(wrapper, key, Object.getOwnPropertyDescriptor(original, key));
  try {
    holder[name] = wrapper;
  } catch {
    // Frozen.
  }
};
