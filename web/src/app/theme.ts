import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'

// Two voices run through the whole product: spruce is the trainee, plum is the patient.
const spruce: MantineColorsTuple = ['#eaf5f1', '#d3e9e1', '#a6d3c4', '#74bba5', '#4ca58b', '#2f8f75', '#1c7561', '#155e52', '#104c43', '#0b3a34']
const plum: MantineColorsTuple = ['#faf0f6', '#f1dcea', '#e2b8d3', '#d092ba', '#bf70a3', '#a9528b', '#8f3f74', '#75325f', '#5f284d', '#481d3a']
const honey: MantineColorsTuple = ['#fdf6e3', '#faeac0', '#f4d688', '#edc14f', '#e2ac28', '#c08c12', '#946a08', '#765404', '#5c4103', '#443002']
// Tinted greys, so that dark is a dim room and not black.
const dark: MantineColorsTuple = ['#e6ece9', '#c9d3cf', '#a3b0ab', '#7d8b86', '#4b5955', '#36423f', '#28322f', '#1e2624', '#161d1b', '#101614']
const gray: MantineColorsTuple = ['#f5f7f5', '#ebefec', '#dee4e0', '#cbd4cf', '#aab6b0', '#84918b', '#66736d', '#4d5954', '#333d39', '#1d2623']

export const theme = createTheme({
  primaryColor: 'spruce',
  primaryShade: { light: 7, dark: 6 },
  colors: { spruce, plum, honey, dark, gray },
  black: '#1d2623',
  fontFamily: "'Figtree Variable', system-ui, sans-serif",
  headings: { fontFamily: "'Figtree Variable', system-ui, sans-serif", fontWeight: '650' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
})

export const cssVariables: CSSVariablesResolver = () => ({
  variables: { '--font-spoken': "'Newsreader Variable', Georgia, serif" },
  light: {
    '--room': '#f3f6f3',
    '--paper': '#ffffff',
    '--paper-edge': '#dbe3de',
    '--ink': '#1d2623',
    '--ink-soft': '#52605a',
    '--trainee': '#155e52',
    '--trainee-soft': '#e0efe9',
    '--patient': '#75325f',
    '--patient-soft': '#f6e6f0',
    '--honey': '#765404',
    '--honey-soft': '#fbf0d3',
    '--alarm': '#b3261e',
    '--mantine-color-body': '#f3f6f3',
    '--mantine-color-dimmed': '#52605a',
    '--mantine-color-anchor': '#155e52',
  },
  dark: {
    '--room': '#141a18',
    '--paper': '#1c2421',
    '--paper-edge': '#33403c',
    '--ink': '#e6ece9',
    '--ink-soft': '#a9b6b1',
    '--trainee': '#74c3ab',
    '--trainee-soft': '#1f3832',
    '--patient': '#dfa5cb',
    '--patient-soft': '#3a2433',
    '--honey': '#edc14f',
    '--honey-soft': '#372e15',
    '--alarm': '#f2a39d',
    '--mantine-color-body': '#141a18',
    '--mantine-color-dimmed': '#a9b6b1',
    '--mantine-color-anchor': '#74c3ab',
  },
})
