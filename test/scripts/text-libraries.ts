/** What the plugin changes, as one module: bundled by its test and held against the packages as they are. */
export { tokenize } from '@alcalzone/ansi-tokenize';
export { Box, renderToString, Text } from 'ink';
export { createElement } from 'react';
export { default as sliceAnsi } from 'slice-ansi';
export { default as stringWidth } from 'string-width';
export { default as wrapAnsi } from 'wrap-ansi';
