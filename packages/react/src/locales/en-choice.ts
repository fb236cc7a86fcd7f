/** English messages of the screens that offer contracts or ways to verify. They load with the screen. */
export const enChoice = {
  contract: { heading: 'Choose a contract' },
  challenge: { heading: 'Confirm it’s you' },
  choice: { required: 'Select an option to continue.' },
}
