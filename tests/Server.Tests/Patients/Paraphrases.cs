namespace RealtimeTraining.Server.Tests.Patients;

/// <summary>
/// Held-back ways of asking, none of which is among the examples that the patient learns from: 40 and more a topic, one a line.
/// </summary>
public static class Paraphrases
{
    public static IReadOnlyDictionary<string, string[]> ByTopic { get; } = Parse(Text);

    private static Dictionary<string, string[]> Parse(string text)
    {
        var topics = new Dictionary<string, List<string>>();
        List<string>? lines = null;
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith("# ", StringComparison.Ordinal))
            {
                topics[line[2..]] = lines = [];
            }
            else
            {
                lines!.Add(line);
            }
        }
        return topics.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray());
    }

    private const string Text = """
        # name
        could i start with your first and last name
        who do i have the pleasure of speaking with
        may i ask who's calling
        and what's your name sir
        i'll just need the patient's full name
        can i have the name on the account please
        whose name is the appointment under
        please state your full name for me
        what name should i look under
        and your last name is
        can you spell your first name please
        who am i speaking to this morning
        before we start what is your full name
        so i can find your chart what's your name
        mind telling me your name
        sorry what was your name again
        how is your last name spelled
        okay and your first name
        could you give me the name of the patient
        i didn't get your name
        what's the patient's last name
        your name please
        let me start by getting your name
        can you tell me who this is
        would you please tell me your full name
        what is the name on the chart
        could i get the spelling of your last name
        and who am i talking with
        is this mrs jenkins i'm speaking with
        under what name are you registered
        alright ma'am what's your first and last name
        i need to know who i'm talking to
        let's get your name first
        what do you go by
        can i just take your name
        what name do you have on your insurance card
        great can i have your name to pull up the file
        thank you may i please have your full name
        first things first what's your name
        okay can i please get a first and last name
        # dateOfBirth
        can i verify your date of birth
        and your birthday please
        what's your birth date
        could you tell me when you were born
        what is the patient's date of birth
        i'll need your date of birth to pull up your chart
        may i have the date of birth on file
        for security can you give me your date of birth
        okay and what year were you born
        month day and year please
        what's the birthday on the account
        just so i have the right chart what's your date of birth
        can you confirm the date you were born
        and date of birth
        what day month and year were you born
        to verify your identity i need your date of birth
        would you mind sharing your birth date
        do me a favor and give me your birthday
        can i have a date of birth please
        your date of birth if you don't mind
        and how old is the patient
        what's your d o b
        could i get your d o b real quick
        please tell me your birth date
        let me grab your date of birth
        next i need the birth date
        and when is your birth date
        thank you now your date of birth
        can you verify the birthday for me
        i have to ask for your date of birth before i open the chart
        what was your date of birth again
        could i trouble you for your date of birth
        say your birthday for me please
        to make sure i have the right person what is your birth date
        and may i also have your date of birth
        i also need a birthday
        give me your date of birth
        what birthday do we have for you
        and you were born when
        alright and your birthday is
        # phone
        what's the best phone number for you
        can i get a number to reach you
        what number can i call you back at
        do you have a cell phone number
        is there a phone number where we can reach you
        could you give me a callback number in case we get disconnected
        may i have a good contact number
        what's your phone number please
        and a good phone number
        which number would you like us to call
        is your cell the best one to reach you on
        what number are you calling from
        can you confirm the phone number we have on file
        do we have the right number for you
        in case we get cut off what's your number
        let me get a phone number from you
        what telephone number should i write down
        i'd like to have a number for you
        is five five five two one three four still your number
        could i have a daytime phone number
        how can i get a hold of you by phone
        what's a number where the nurse can call you
        do you have a home phone or a cell
        and your mobile number
        what's the area code and number
        read me your phone number please
        may i get your telephone number
        what is your home number
        and the best number to call is
        and what phone number goes with the account
        can i double check your phone number
        has your phone number changed
        is there another number we can try
        let me have your number so i can call you back
        which phone is best for you
        could you repeat your phone number
        what number should the doctor use
        do you want us to use your cell number
        can i have your ten digit phone number
        tell me your phone number starting with the area code
        # address
        what's your home address
        can you confirm your address for me
        are you still at the same address
        where do you live now
        what address do we have for you
        could i get your mailing address please
        and the zip code
        what city and state is that
        what's the street name
        do you still live on oak street
        where should i send the paperwork
        has your address changed recently
        what is your current street address
        where can we mail the statement
        can i have your full address including zip
        and your address please
        what's the house number
        is that an apartment or a house
        what's the address on file
        let me verify your mailing address
        i need an address to send it to
        please give me your home address
        what's the best address for mail
        can you tell me where you're living
        have you moved since your last visit
        what town do you live in
        could you spell the street for me
        what's your zip
        and what's the apartment number
        where are you located
        may i have your street address
        where would you like me to mail the form
        which address should the letter go to
        do you have a new address
        what's the patient's home address
        and your city and zip code
        can i update your address
        let me just get your address
        okay and where's home
        which street is that on
        # email
        do you have an email address
        what's your email
        can i get an email address from you
        could you spell out your email
        is there an email i can send this to
        what's the best email for you
        would you like that by email
        may i have your email for the portal
        can we email you the forms
        what email do we have on file
        and your email address please
        where should i email the link
        which email do you check most
        i'll need your email to set up the portal
        do you want me to email it to you
        could i grab your email
        what email address should i use
        is your email still the same
        let me verify your email
        can you confirm the email on your account
        how do you spell your email address
        do you use email at all
        and a good email
        please give me your email address
        is that a gmail address
        can i send an email with the instructions
        what is the email you signed up with
        may i get your e mail
        would email be okay for the results
        i just need an email for you
        and what's your personal email
        tell me your email address one more time
        do you get email on your phone
        should i send the directions to your email
        what's a good email to reach you
        i can email it what's your address
        do we have an email for you
        could you read me your email address
        can i add an email to your chart
        for online access i need an email
        # insurance
        what insurance do you have
        who is your insurance with
        do you have any health insurance
        what's the name of your insurance company
        can i get your insurance information
        which insurance company are you with
        are you on medicare
        is that through your employer
        do you have medical coverage
        what type of insurance is it
        has your insurance changed since last year
        who's your insurance carrier
        may i ask what insurance you carry
        and are you using insurance for this visit
        is blue cross still your insurance
        do you have your insurance info with you
        what plan do you have
        do you have a secondary plan
        is your coverage still active
        whose insurance are you under
        are you insured through your husband
        will you be using insurance or paying yourself
        could you tell me about your coverage
        what health plan are you with
        and who do you have for insurance
        i need to update your insurance
        can you confirm your insurance for me
        is that an h m o or a p p o
        did you get a new insurance card
        what's your primary insurance
        are you still with united healthcare
        which carrier should we bill
        do you have coverage at the moment
        did you switch insurance recently
        let me check which insurance we have for you
        and your insurance provider is
        tell me what insurance you have please
        is this covered by workers comp
        who provides your health insurance
        can i verify your insurance coverage
        # memberId
        what's the member id on your card
        can you read me your member number
        what's your policy number
        do you have the id number from your insurance card
        could i have the group number too
        and the subscriber number
        what is the number on the front of the card
        can you look at your card and give me the id
        i need the member id please
        may i get your insurance id number
        is there a group number on there
        could you read the numbers off the card for me
        what's the id on the card
        do you have your insurance card handy
        have you got the card in front of you
        what's your medicare number
        and the policy id
        read me the id starting with the letters
        what does the card say for member id
        can you grab your insurance card
        let me get that member id from you
        i'm looking for the number under your name on the card
        can you find the member number for me
        what letters does the id begin with
        and what's the id number
        could you turn the card over and read the number
        tell me your member id
        what's the subscriber id
        please read me your insurance number
        do you know your policy number
        and your group number is
        what number is printed on your card
        could i have the identification number on your card
        your member id please
        would you have that insurance card with you
        can you verify the member id for me
        can i take down your policy number
        what's the number beside member id
        could you give me the numbers on the insurance card
        i'll take the id number whenever you're ready
        # reason
        how can i help
        what can i help you with today
        what's going on today
        how may i assist you
        what can we do for you
        so tell me what happened
        what's the reason for your call today
        what brings you in to see us
        may i ask what this is about
        what are you calling in for
        can you tell me a bit about what's going on
        what is it regarding
        how can we help you this morning
        what do you need help with
        and what's the visit for
        what would you like to be seen for
        what's the problem
        could you explain what happened
        so what's going on
        what seems to be the trouble
        what is this in reference to
        what's happening
        why do you need to see the doctor
        can you walk me through what happened
        tell me what's going on please
        what prompted your call
        and what did you want to talk about
        how can i be of service
        what do you need today
        what is your concern today
        would you tell me more about that
        could you tell me the reason for the visit
        go ahead and tell me what happened
        what were you hoping we could do
        what exactly is the issue
        please tell me why you're calling
        what can i do for you this afternoon
        is this about an appointment or a bill
        what did you need today
        can you give me some details about the problem
        # symptom
        which symptoms have you got
        can you describe your symptoms
        where exactly does it hurt
        how are you feeling today physically
        do you have any other symptoms
        what kind of pain is it
        is there any fever
        have you had any vomiting
        any nausea or diarrhea
        can you tell me what you're feeling
        where is the pain located
        is it a sharp pain or an ache
        do you have a cough
        have you noticed any swelling
        any headaches or dizziness
        what are your symptoms right now
        does it hurt when you move
        have you had chills or a temperature
        is the area red or hot
        what does the pain feel like
        are you having any pain anywhere
        does anything else hurt
        is there a rash
        are you feeling dizzy
        do you feel sick to your stomach
        can you show me where it hurts
        is your throat sore
        tell me about your symptoms
        any other symptoms besides that
        does the pain go anywhere else
        are you coughing anything up
        describe what you're feeling please
        have you been throwing up
        what else have you noticed
        any trouble swallowing
        which symptoms bother you most
        is it a burning pain
        could you describe the pain for me
        are you running a fever
        do you have any swelling in your legs
        # when
        when did all this start
        how long have you been feeling this way
        when did you first notice the pain
        how many days have you had this
        since when has it been bothering you
        did it start suddenly
        when did it begin
        how long ago was that
        how long has it been going on
        what day did this start
        has this been going on long
        did this come on gradually or all at once
        is this something new
        when did you start feeling sick
        was it today that it started
        roughly when did you notice it
        for how long have you had the cough
        how long has it been hurting
        when was the first time you felt it
        and how long has that been
        did it start this morning
        about how long has this been happening
        can you tell me when it started
        do you remember when it began
        did it start last week or before
        how many weeks has it been like this
        when did the symptoms first appear
        so when exactly did it happen
        has it been there all day
        is it there all the time
        does it come and go or stay
        when did you last feel okay
        at what time did it start
        how long do the episodes last
        when did things get bad
        what time did that happen
        how recently did it start
        and it started when
        have you had this for a while
        when did you first get it
        # howBad
        how bad would you say it is
        on a scale of one to ten where is your pain
        how would you rate the pain right now
        from zero to ten how much does it hurt
        is the pain mild moderate or severe
        how severe is the pain
        is it getting any worse
        would you say it's getting better or worse
        what's your pain level
        can you rate your pain for me
        how strong is the pain
        is it bad enough to keep you up at night
        how intense is it
        what number is your pain
        ten being the worst how bad is it
        is it worse than yesterday
        how painful is it
        is it really bad
        does it stop you from sleeping
        can you still do your normal activities
        are you able to walk on it
        is the pain unbearable
        how much is it bothering you
        could you give me a number from one to ten
        has it gotten worse since then
        on a scale from one to ten how would you rate that
        where would you put it on a scale of one to ten
        how serious is it
        how badly does it hurt
        is it severe
        what would you rate it out of ten
        is it manageable
        how bad is your headache
        does it hurt a lot
        is it worse when you walk
        how bad does it get
        is it tolerable or severe
        has the pain been getting stronger
        how much pain are you in
        tell me how bad it is
        # medication
        what medications are you on
        do you take any medicine
        are you currently taking anything
        can you list your medications for me
        what pills do you take
        which medications do you take regularly
        have you taken anything for the pain
        are you taking any blood thinners
        what's the name of the medication
        what dose do you take
        which medicine do you need
        how many milligrams is it
        what prescriptions are you taking
        do you take any over the counter medicine
        are you still on your blood pressure pills
        did you take your pills this morning
        any new medications
        have you tried any ibuprofen or tylenol
        which prescription needs a refill
        what is it you take every day
        do you use any vitamins or supplements
        what drugs are you on
        is that the only medication you take
        when did you last take your medicine
        how often do you take it
        how many pills do you have left
        what medicine did the doctor give you
        do you take aspirin
        what's the dosage
        tell me what medicines you're taking
        could you read me the label on the bottle
        are you on any meds
        what meds do you take
        did you finish the antibiotics
        are you out of your medication
        do you have a list of your medications
        have you missed a dose
        has your medication changed
        are there any other prescriptions
        what strength are your tablets
        # allergies
        do you have any allergies to medicine
        are you allergic to any medications
        any known drug allergies
        what allergies do you have
        have you ever reacted badly to a drug
        is there anything you're allergic to
        any food or drug allergies
        are there any allergies i should know about
        do you have allergies
        are you allergic to latex
        are you allergic to anything at all
        tell me about your allergies
        any allergies
        have you had any allergic reactions
        do you react to any medicines
        what are your allergies
        can i confirm your allergies
        could you tell me if you have any allergies
        do you get hives from any medicine
        are you allergic to aspirin or sulfa
        does penicillin bother you
        is it true you're allergic to penicillin
        let me update your allergies
        and any allergies that you know of
        what kind of reaction did you have
        do you have any allergies on file
        any bad reactions to shots
        which medicines are you allergic to
        have you been tested for allergies
        do you have a latex allergy
        do any foods cause you trouble
        list any allergies for me
        are there medicines you can't take
        no allergies to anything
        anything you are allergic to
        did you ever have a reaction to antibiotics
        do you carry an epi pen
        allergic to anything
        so are you allergic to codeine
        may i ask about allergies
        # appointment
        when would you like to be seen
        what day would work for you
        do mornings or afternoons work better
        what time is good for you
        when can you come in
        are you available on thursday
        does next tuesday work
        would you be able to come in tomorrow morning
        how does friday at ten sound
        what date were you thinking
        do you have a day in mind
        is there a time that suits you best
        would the morning be okay
        when were you hoping to come in
        could you make it at three thirty
        what days are you free
        would you rather come in the morning or later
        which day is best for you
        would two o'clock work
        do you have a preferred time
        is wednesday good for you
        can you be here by nine
        would you like the first available appointment
        what time would you like
        is there a day that works better
        are you flexible on time
        do you want to come in today
        how soon would you like to come in
        which date is your appointment
        would you like to move your appointment to another day
        shall we say monday at eleven
        would next week be alright
        what time can you get here
        do you need to reschedule
        which would you prefer monday or tuesday
        when is your current appointment
        do you want the nine o'clock or the ten o'clock
        should i schedule that for you
        what does your schedule look like
        when do you want to come in
        # doctor
        which doctor are you seeing
        who's your primary care doctor
        who is your regular doctor here
        what's the name of your doctor
        do you have a doctor you usually see
        which provider would you like
        who did you see at your last visit
        which doctor did you see
        is there a doctor you'd prefer
        who is the doctor that ordered that
        do you see doctor lee
        would you be okay with a different doctor
        who's your p c p
        who normally treats you
        are you a patient of doctor patel's
        what provider do you see
        do you want to see the same doctor
        which physician is it
        can i ask who your doctor is
        who is the appointment with
        do you have a primary care provider
        would you mind seeing the nurse practitioner instead
        and your doctor is
        which one of our doctors do you see
        any preference on the provider
        who's the doctor
        who prescribed that
        which doctor told you that
        do you prefer a male or female doctor
        what was the doctor's name
        who were you scheduled with
        who's your family doctor
        who is your usual provider
        was that doctor chen
        which specialist did you see
        could i have your doctor's name
        who have you been seeing for this
        is there a particular doctor you want to see
        what doctor are you under
        tell me which doctor you see please
        # bill
        how much does the bill say
        which bill is it that you're asking about
        do you have a copy of the bill
        what's the total on your statement
        can you tell me the amount you were billed
        what's the account number on the statement
        what date is on the bill
        when did you get the bill
        is there an invoice number
        what charge are you concerned about
        how much was the charge
        could you read me the statement number
        what's the date of service on the bill
        can you give me the account number
        how much are they saying you owe
        what are you being billed for
        is it a bill from us or from the lab
        do you have the statement in front of you
        what's the balance on your account
        which charge don't you recognize
        which visit was the bill for
        what amount are you seeing
        how much did they charge you
        is there a due date on the bill
        did the bill come in the mail
        what does it say on the statement
        and what's the claim number
        tell me about the charge
        may i have the invoice number
        when was the statement dated
        is this the first bill you've gotten
        have you received a bill from us
        what number is at the top of the bill
        what's the amount due
        was that charge for the lab
        how many bills did you get
        which statement are you looking at
        what's the bill for
        could you tell me how much you were charged
        can you find the account number on your bill
        # payment
        how would you like to take care of that today
        would you like to make a payment
        can you pay that now
        do you want to pay by card
        what card would you like to use
        could you afford fifty dollars a month
        would you be interested in a payment plan
        have you made a payment already
        did you pay at the front desk
        how much can you pay today
        what's your credit card number
        will you be paying with cash or credit
        when did you pay
        have you already paid
        what monthly payment would work for you
        could i get the card number please
        would monthly payments help you
        do you want to pay in full
        what form of payment will you use
        is there a card on file you'd like to use
        did you send a check
        how do you want to pay
        what amount could you pay each month
        can i take a payment over the phone
        do you want to set up a plan
        when could you make a payment
        and how did you pay for it
        are you able to pay something today
        have you paid your copay
        what's the expiration date on the card
        do you want to use the card on file
        was the copay collected at your visit
        would it help to pay in installments
        was it paid by check
        what can you afford
        how much have you paid so far
        would splitting it into payments help
        which credit card did you pay with
        do you need help paying for it
        will you pay by check
        # referral
        do you have a referral from your doctor
        who sent you to us
        were you referred here
        did someone refer you
        which doctor referred you
        has your doctor sent over a referral
        is there a referral on file
        who gave you the referral
        do you need a referral for this
        what's the referral number
        did your primary care give you a referral
        did they send the referral over
        when was the referral sent
        is there an authorization number
        do you have prior authorization
        has your insurance authorized it
        who made the referral
        was a referral faxed to us
        do you have the referral in hand
        what specialist were you referred to
        can i have your referral information
        were you referred by doctor smith
        how did you find out about our practice
        are you a referral from another clinic
        did you ask your doctor for a referral
        do you know if the referral was approved
        which office is the referral from
        what's the name of the referring doctor
        does your plan require a referral
        are you being referred by your family doctor
        do you have a copy of the referral
        has a referral been made
        what are you being referred for
        did the referral go through
        and the referring provider
        where were you referred
        is the referral still valid
        have they put in a referral for you
        may i have the referral please
        who is referring you
        # pharmacy
        what pharmacy do you use
        which pharmacy should i send it to
        where would you like the prescription sent
        what's your preferred pharmacy
        is the pharmacy on main street still right
        which drugstore do you go to
        do you want it sent to the same pharmacy
        what's the name of your pharmacy
        where do you fill your prescriptions
        should i call it in to walgreens
        can i confirm your pharmacy
        which c v s is it
        do you have a pharmacy we can send it to
        are you using a mail order pharmacy
        where's your pharmacy located
        what's the phone number of the pharmacy
        what pharmacy do we have for you
        do you still go to the walgreens on fifth
        where should we call in the refill
        and your pharmacy is
        have you checked with your pharmacy
        has the pharmacy contacted you
        which pharmacy is closest to you
        did you change pharmacies
        what did the pharmacy tell you
        where do you pick up your prescriptions
        let me get your pharmacy information
        could you tell me your pharmacy
        where shall i send the prescription
        is there a different pharmacy you'd like
        what street is the pharmacy on
        when did you call the pharmacy
        which location of the pharmacy
        do you want to use the hospital pharmacy
        and which pharmacy would that be
        who fills your prescriptions
        is rite aid still your pharmacy
        does your pharmacy deliver
        what pharmacy would you like me to use
        give me the name of the drugstore please
        # history
        have you ever been a patient here
        are you new to our practice
        do you have any medical problems
        what surgeries have you had
        any history of heart disease
        have you been diagnosed with anything
        do you have high blood pressure
        any chronic conditions
        have you had this problem before
        is there a family history of cancer
        are you diabetic
        do you smoke or drink
        tell me about your medical history
        have you had any operations
        have you been hospitalized lately
        when were you last seen here
        have you visited us before
        do you have any past medical history
        any other medical conditions
        are you seeing anyone for other health issues
        have you had any major illnesses
        do you have asthma
        any heart problems in the family
        could you be pregnant
        have you ever had surgery
        has this happened before
        is this your first visit with us
        do you have any ongoing health problems
        were you in the hospital recently
        what medical conditions do you have
        have you ever had a stroke or heart attack
        does anyone in your family have diabetes
        are you under treatment for anything
        have you been seen at this clinic before
        what's your medical history like
        do you drink alcohol
        any previous surgeries
        when was your last checkup
        have you had anything like this in the past
        any health conditions i should know about
        # callback
        can we call you back
        what time is good to call you
        when's a good time to reach you
        would it be okay to leave a message
        is it alright if the nurse calls you back
        can i have someone call you
        when can we call you
        may i leave a voicemail if you don't answer
        is this afternoon a good time to call you back
        would you like a call back
        what's the best time to call you
        can the doctor call you back later
        do you want us to call or text
        can i give you a call back in an hour
        will you be available for a call this afternoon
        is it fine if i call you later today
        when would you like us to call
        could i call you right back
        when are you available for a phone call
        can we leave you a message
        what time should the nurse call
        would you mind if we called you back
        are you okay with a voicemail
        how late can we call you
        is tomorrow morning okay to call you
        when will you be by the phone
        can somebody call you this evening
        should the nurse call you in the morning
        can i ring you back in ten minutes
        what is the best time for a callback
        would you prefer a phone call or a text
        do you mind if the doctor gives you a call
        when is a convenient time to phone you
        can someone from billing call you back
        can my manager give you a call
        may the nurse leave a detailed message
        can i have the nurse give you a call
        are you home in the afternoon if we call
        are you around for a call later
        would it be alright if i called you back
        # consent
        is it okay if i put you on hold
        may i ask you some questions
        is that okay
        would that be alright with you
        do you mind if i ask you a few things
        do i have your permission to do that
        can i talk to your daughter about this
        is it alright to share this with your wife
        are you alright with that
        does that work
        is that fine with you
        do you give us your consent
        may we speak to your husband about it
        would you be okay with that
        is it alright if i check a few things first
        do you agree
        okay if i ask a couple of things
        may i have your consent to discuss this
        would you mind holding for a minute
        is it okay to talk now
        can i share that with the nurse
        do you authorize us to release your records
        does that sound good to you
        does that sound alright
        could i ask you a question
        will that be okay
        may i place you on hold briefly
        are you comfortable with that
        are you happy with that
        would you allow me to ask some questions
        can we talk to your son about your care
        do we have your permission to leave details
        would it be okay if i got my supervisor
        do you consent to that
        would that suit you
        mind if i put you on a short hold
        may i have permission to look at your records
        do you mind if i verify a few details
        can i ask a few questions to help you
        if that's okay with you may i go ahead
        # emergency
        do you have any chest pain
        are you short of breath
        is it hard to breathe
        are you having difficulty breathing
        any pain or pressure in your chest
        do you feel any numbness in your arm
        have you passed out
        did you faint
        is there any weakness on one side
        are you having trouble speaking
        does the pain go into your arm or jaw
        are you bleeding heavily
        is anybody with you right now
        are you by yourself
        is your chest tight
        do you feel like you can't breathe
        are you sweating or clammy
        is your face numb or droopy
        have you lost consciousness at any time
        any tightness in the chest
        can you catch your breath
        are you thinking of hurting yourself
        do you feel safe at home
        any slurred speech or weakness
        can you move both arms
        is there bleeding
        are you feeling faint
        any tingling or numbness
        is your heart racing
        are you in any danger right now
        are you breathing okay
        is this the worst headache you've ever had
        did you black out
        have you had any chest discomfort
        does your chest hurt when you breathe
        can you talk in full sentences
        is there somebody there who can help you
        do you have any shortness of breath
        is the pain in your chest
        is there any blood
        # repeat
        could you repeat that please
        can you say that one more time for me
        sorry i missed that
        what was that you said
        i couldn't hear you
        would you mind repeating that
        i'm sorry could you say it again
        excuse me what did you say
        say that again please
        you're breaking up can you repeat that
        i didn't quite catch that
        can you speak up please
        sorry what did you say
        i'm having trouble hearing you
        could you speak a little louder
        repeat that for me please
        pardon me
        once more please
        i didn't get that
        would you say that once more
        can you repeat what you just said
        what was the last part
        i beg your pardon
        sorry i didn't hear that
        sorry come again
        you said what
        can you go over that again
        could you please say that more slowly
        a little slower please
        can you repeat the last part
        i'm sorry you cut out
        hm what was that again
        sorry can you run that by me again
        i lost you for a second what did you say
        could i hear that again
        did you say something
        could you tell me that one more time
        i'm afraid i didn't understand you
        i can't hear you very well
        sorry once again please
        # anythingElse
        is there anything else i can do for you
        anything else i can help with
        can i help you with anything else
        what else can i help you with today
        do you need anything else
        was there anything else you needed
        anything else
        is there anything else you need from me
        any more questions
        do you have any questions
        any other questions i can answer
        are there any other concerns
        is there anything more i can do
        can i do anything else for you
        what other questions do you have
        did you have any other concerns today
        is that everything
        is that all for today
        will that be all
        does that cover everything
        did i answer all of your questions
        before i let you go is there anything else
        do you have anything else for me
        is there anything else on your mind
        and is there anything else today
        anything further i can do
        was there something else
        is there anything i missed
        do you have any further questions
        have we covered everything
        is there anything else you'd like to ask
        any questions about that
        any questions at all
        what other things can i help you with
        would you like help with anything else
        anything else you want to know
        is there something else i can help you with
        was that everything you needed
        can i assist you with anything else
        anything more for today
        """;
}
