/** A small Ink screen for `npm run bench` and the plugin's tests: a list to move in while ten probes turn on one shared ticker. */
import { Box, render, Text, useApp, useInput } from 'ink';
import { memo, useEffect, useState } from 'react';

const SYMPTOMS = Array.from({ length: 13 }, (_, index) => `Symptom number ${index + 1}`);
const PROBES = Array.from({ length: 10 }, (_, index) => `Probe ${index + 1}`);
const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const TICK_MS = 80;

const Row = memo(function Row({ label, selected }: { readonly label: string; readonly selected: boolean }) {
  return (
    <Text {...(selected ? { color: 'cyan' } : {})}>
      {selected ? '❯' : ' '} {label}
    </Text>
  );
});

function Probes() {
  const [tick, setTick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTick((before) => before + 1), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return PROBES.map((probe, index) => (
    <Text key={probe}>
      {FRAMES[(tick + index) % FRAMES.length]} {probe}
    </Text>
  ));
}

function Screen() {
  const [selected, setSelected] = useState(0);
  const { exit } = useApp();
  useInput((input, key) => {
    if (key.downArrow) setSelected((before) => (before + 1) % SYMPTOMS.length);
    if (key.upArrow) setSelected((before) => (before + SYMPTOMS.length - 1) % SYMPTOMS.length);
    if (input === 'q') exit();
  });
  return (
    <Box flexDirection="column">
      <Text bold>What do you see?</Text>
      {SYMPTOMS.slice(0, 8).map((symptom, index) => (
        <Row key={symptom} label={symptom} selected={index === selected % 8} />
      ))}
      <Box borderStyle="round" flexDirection="column">
        <Probes />
      </Box>
    </Box>
  );
}

render(<Screen />, { maxFps: 250, incrementalRendering: true, patchConsole: false });
