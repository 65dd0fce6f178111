import type { ScenarioCard } from '../api/types'

const card = (
  id: string, title: string, type: ScenarioCard['type'], difficulty: ScenarioCard['difficulty'], summary: string,
  patientName: string, patientAge: number, patientManner: string, expectedMinutes: number,
  attempts = 0, bestScore: number | null = null, bestLetter: string | null = null,
): ScenarioCard => ({
  id, title, type, difficulty, summary, patientName, patientAge, patientManner, expectedMinutes, attempts, bestScore, bestLetter, assignment: null,
})

export const scenarios: ScenarioCard[] = [
  card('first-visit', 'A first appointment', 'scheduling', 'beginner', 'She has moved to town and wants to be seen soon. She only has mornings.', 'Priya Nair', 34, 'Friendly, quick, thinks aloud', 4, 3, 88, 'B'),
  card('surprise-bill', 'The bill she did not expect', 'billingInquiry', 'intermediate', 'A blood test was billed at 240 dollars. She thought it was covered and has been sent from desk to desk.', 'Margaret Doyle', 67, 'Worried about money, repeats her question', 6, 2, 71, 'C'),
  card('three-weeks', 'Three weeks without a call back', 'complaint', 'advanced', 'Nobody rang him with his results. He has kept notes of every promise that was made.', 'Robert Kessler', 52, 'Controlled, exact, close to angry', 7, 1, 58, 'D'),
  card('new-family', 'A family of four', 'newPatientIntake', 'beginner', 'A father registers his family and has one child with an allergy.', 'Daniel Okafor', 41, 'Cheerful, interrupted by children', 5),
  card('cancel-again', 'Cancelling for the third time', 'cancellation', 'intermediate', 'She cancels tomorrow’s appointment again. There is a reason that she does not say at first.', 'Ellen Marsh', 29, 'Short answers, embarrassed', 4),
  card('not-in-network', 'Is he in my network?', 'insuranceQuestions', 'advanced', 'His plan changed in January. He wants a promise that nobody at the desk can give.', 'Tomasz Wieczorek', 46, 'Friendly until he hears “maybe”', 6),
  card('after-surgery', 'A week after the knee', 'followUp', 'intermediate', 'He is to be asked how he is doing after his operation. He plays everything down.', 'Harold Finch', 73, 'Slow, hard of hearing, proud', 5),
  card('chest-pain', 'It is probably nothing', 'emergencyTriage', 'expert', 'She wants an appointment next week for “a bit of pressure”. It must not wait until next week.', 'Lucia Moreno', 58, 'Apologetic, changes the subject', 3),
]
