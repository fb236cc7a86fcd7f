/** The English words of a choice among contracts, or among ways to prove who one is; they load with its screen. */
export const enChoice = {
  contract: { heading: 'Choose a contract' },
  challenge: { heading: 'Confirm it is you' },
  choice: { required: 'Choose one to go on.' },
}
