// Made by "npm run types" from openapi.json. Do not edit.

export interface paths {
    "/api/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetProgress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetSession"];
        put?: never;
        post: operations["SignIn"];
        delete: operations["SignOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SetUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["AcceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/demo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SignInAsDemo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListPeople"];
        put?: never;
        post: operations["InvitePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["InvitePersonAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/scenarios": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListScenarios"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/scenarios/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetScenario"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/scenarios/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListScenarioProblems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListCalls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/hub": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetHubOffer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetCall"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetCallEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/{id}/debrief": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetDebrief"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/{id}/score": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ScoreCall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/{id}/recording": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetRecording"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/{id}/phrasings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["AddPhrasing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/supervision/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListSupervision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/supervision/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetSupervisionPolicy"];
        put: operations["SetSupervisionPolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListReviews"];
        put?: never;
        post: operations["BeginUpload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetUploadRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListStaff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetReview"];
        put?: never;
        post?: never;
        delete: operations["RemoveReview"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["SendPiece"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["RetryReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/{id}/swap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SwapRoles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/{id}/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["ChangeFacts"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListReviewAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/{id}/reading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReadReview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/{id}/sound": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetSound"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/{id}/outline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetOutline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/{id}/lines/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetLine"];
        put: operations["CorrectLine"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/agreement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetAgreement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/{id}/judgements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListJudgements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/{id}/judgement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["SaveJudgement"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ExportTable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ExportReview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/{id}/practices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListPractices"];
        put?: never;
        post: operations["BeginPractice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/{id}/practices/{practiceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetPractice"];
        put: operations["SavePractice"];
        post?: never;
        delete: operations["RemovePractice"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/{id}/practices/{practiceId}/assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["AssignPractice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetRetention"];
        put: operations["SetRetention"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/{id}/hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["HoldRecording"];
        post?: never;
        delete: operations["ReleaseRecording"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/{id}/share": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetShare"];
        put: operations["ShareReview"];
        post?: never;
        delete: operations["TakeBackReview"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListDisputes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/{id}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListAnswers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/{id}/answers/{answerId}/reply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["ReplyToAnswer"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListActions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/actions/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ExportActions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/{id}/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SetAction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/actions/{actionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["ChangeAction"];
        post?: never;
        delete: operations["RemoveAction"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/coaches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListCoaches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/calibrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListCalibrations"];
        put?: never;
        post: operations["MakeCalibration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/calibrations/{calibrationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetCalibration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/calibrations/{calibrationId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CloseCalibration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/calibrations/{calibrationId}/calls/{callId}/score": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["AgreeScore"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SearchReviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my-reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListMyReviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my-reviews/notice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetMyNotice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my-reviews/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReadMyReview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my-reviews/{id}/sound": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetMySound"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my-reviews/{id}/outline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetMyOutline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my-reviews/{id}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["GiveAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my-reviews/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListMyActions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my-reviews/actions/{actionId}/done": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SayActionDone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my-reviews/practices/{practiceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CompareMyPractice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/engines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListEngines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/engines/{role}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["SwitchEngine"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/engines/{role}/{name}/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["TryEngine"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListModels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/models/{name}/fetch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["FetchModel"];
        delete: operations["PauseModel"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/models/{name}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["VerifyModel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/models/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["RemoveModel"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AcceptInvitation: {
            /** Format: uuid */
            personId: string;
            token: string;
            password: string;
        };
        /** @enum {unknown} */
        ActionState: "open" | "overdue" | "done";
        AddPhrasingRequest: {
            text: string;
            act: components["schemas"]["TraineeAct"];
            topic: null | string;
        };
        AgreeScore: {
            category: components["schemas"]["ScoringCategory"];
            /** Format: int32 */
            score: number;
            reason: string;
        };
        AgreedScore: {
            /** Format: int32 */
            score: number;
            reason: string;
            by: string;
            /** Format: date-time */
            at: string;
        };
        /** @enum {unknown} */
        AgreementMeasure: "cohen" | "fleiss";
        /** @enum {unknown} */
        AnswerAbout: "review" | "score" | "moment";
        AnswerReply: {
            text: string;
            /** Format: int32 */
            score: null | number;
        };
        /** @enum {unknown} */
        AnswerState: "said" | "open" | "upheld" | "changed";
        AssignPractice: {
            /** Format: uuid */
            personId: string;
            /** Format: date-time */
            dueAt: null | string;
        };
        AudioAck: {
            /** Format: int64 */
            heardUpTo: number;
            /** @enum {unknown} */
            inUse: "hub" | "webRtc";
            /** Format: int64 */
            lateFrames: null | number;
            /** Format: int64 */
            underruns: number;
        };
        AudioAnswer: {
            sdp: string;
        };
        AudioCandidate: {
            candidate: string;
            mid: null | string;
        };
        AudioOffer: {
            sdp: string;
            restart: boolean;
        };
        AudioPacket: {
            /** Format: int64 */
            seq: number;
            /** Format: int32 */
            utterance: number;
            /** Format: int64 */
            offset: number;
            /** Format: byte */
            pcm: string;
        };
        /** @enum {unknown} */
        AudioPath: "hub" | "webRtc";
        AudioReport: {
            /** @enum {unknown} */
            path: "hub" | "webRtc";
            /** Format: int32 */
            roundTripMs: null | number;
            /** Format: double */
            lossPercent: null | number;
            /** Format: double */
            jitterMs: null | number;
            /** Format: int64 */
            playedRtpTimestamp: null | number;
            /** Format: int32 */
            playedAgoMs: null | number;
        };
        AuditLine: {
            /** Format: date-time */
            at: string;
            personName: string;
            deed: components["schemas"]["ReviewDeed"];
            /** Format: uuid */
            recordedCallId: string;
        };
        AvoidedPhraseResult: {
            phraseId: string;
            phrase: string;
            why: string;
            better: string;
            said: components["schemas"]["Evidence"][];
        };
        BeginPractice: {
            /** Format: int32 */
            line: number;
        };
        BeginUpload: {
            fileName: string;
            /** Format: int64 */
            bytes: number;
            /** Format: uuid */
            staffId: null | string;
            /** Format: date-time */
            takenAt: null | string;
            queue: null | string;
            consentNoted: boolean;
        };
        /** @enum {unknown} */
        BlockerKind: "disclosedBeforeIdentity" | "adviceOutsideRole" | "emergencyNotEscalated" | "forbidden";
        BlockerResult: {
            blockerId: string;
            kind: components["schemas"]["BlockerKind"];
            text: string;
            broken: boolean;
            better: string;
            evidence: null | components["schemas"]["Evidence"];
        };
        BriefingPhase: {
            id: string;
            title: string;
            part: components["schemas"]["FlowPart"];
            keyPhrases: components["schemas"]["BriefingPhrase"][];
        };
        BriefingPhrase: {
            id: string;
            phrase: string;
        };
        Calibration: {
            /** Format: uuid */
            id: string;
            title: string;
            madeBy: string;
            /** Format: date-time */
            madeAt: string;
            opened: boolean;
            closedBy: null | string;
            mine: boolean;
            mayClose: boolean;
            coaches: components["schemas"]["CalibrationCoach"][];
            calls: components["schemas"]["CalibrationCall"][];
            agreement: components["schemas"]["CalibrationAgreement"][];
        };
        CalibrationAgreement: {
            category: components["schemas"]["ScoringCategory"];
            measure: components["schemas"]["AgreementMeasure"];
            /** Format: int32 */
            coaches: number;
            /** Format: int32 */
            calls: number;
            /** Format: int32 */
            same: number;
            /** Format: double */
            kappa: null | number;
        };
        CalibrationCall: {
            /** Format: uuid */
            recordedCallId: string;
            fileName: string;
            handedIn: boolean;
            categories: components["schemas"]["CalibrationCategory"][];
        };
        CalibrationCategory: {
            category: components["schemas"]["ScoringCategory"];
            /** Format: int32 */
            workedOut: null | number;
            scores: components["schemas"]["CalibrationScore"][];
            /** Format: int32 */
            spread: number;
            agreed: null | components["schemas"]["AgreedScore"];
        };
        CalibrationCoach: {
            name: string;
            /** Format: int32 */
            handedIn: number;
        };
        CalibrationListed: {
            /** Format: uuid */
            id: string;
            title: string;
            madeBy: string;
            /** Format: date-time */
            madeAt: string;
            /** Format: int32 */
            calls: number;
            coaches: components["schemas"]["CalibrationCoach"][];
            /** Format: int32 */
            toJudge: number;
            opened: boolean;
            isNew: boolean;
        };
        CalibrationScore: {
            coachName: string;
            /** Format: int32 */
            score: number;
            reason: null | string;
        };
        CallAnswers: {
            answers: components["schemas"]["ReviewAnswer"][];
            /** Format: int32 */
            hidden: number;
        };
        CallDetail: {
            summary: components["schemas"]["CallSummary"];
            /** Format: int32 */
            seed: number;
            transcript: components["schemas"]["TranscriptLine"][];
            events: components["schemas"]["CallEvent"][];
        };
        CallEvent: components["schemas"]["CallEventCallPlaced"] | components["schemas"]["CallEventCallAnswered"] | components["schemas"]["CallEventSpeechStarted"] | components["schemas"]["CallEventSpeechStopped"] | components["schemas"]["CallEventPartialHeard"] | components["schemas"]["CallEventTraineePaused"] | components["schemas"]["CallEventUtteranceSpoken"] | components["schemas"]["CallEventUtterancePlayed"] | components["schemas"]["CallEventUtteranceCutOff"] | components["schemas"]["CallEventUtteranceUnderstood"] | components["schemas"]["CallEventPatientThinking"] | components["schemas"]["CallEventPatientDecided"] | components["schemas"]["CallEventMoodChanged"] | components["schemas"]["CallEventFactRevealed"] | components["schemas"]["CallEventGoalMet"] | components["schemas"]["CallEventObjectionDissolved"] | components["schemas"]["CallEventBlockerRaised"] | components["schemas"]["CallEventPhraseUsed"] | components["schemas"]["CallEventPhraseAvoidedSaid"] | components["schemas"]["CallEventPhaseDone"] | components["schemas"]["CallEventCueGiven"] | components["schemas"]["CallEventHintGiven"] | components["schemas"]["CallEventMetersMoved"] | components["schemas"]["CallEventHoldChanged"] | components["schemas"]["CallEventMuteChanged"] | components["schemas"]["CallEventDeadAirNoticed"] | components["schemas"]["CallEventTurnTimed"] | components["schemas"]["CallEventNoticeShown"] | components["schemas"]["CallEventConnectionChanged"] | components["schemas"]["CallEventAudioPathUsed"] | components["schemas"]["CallEventSupervisionChanged"] | components["schemas"]["CallEventNoteWhispered"] | components["schemas"]["CallEventSupervisorNoted"] | components["schemas"]["CallEventCallPaused"] | components["schemas"]["CallEventWithheld"] | components["schemas"]["CallEventCallContinued"] | components["schemas"]["CallEventCallEnded"];
        CallEventAudioPathUsed: {
            /** @enum {string} */
            type: "audioPathUsed";
            path: components["schemas"]["AudioPath"];
            /** Format: int32 */
            fromMs: number;
            /** Format: int32 */
            roundTripMs: null | number;
            /** Format: double */
            lossPercent: null | number;
            /** Format: double */
            jitterMs: null | number;
            /** Format: int32 */
            lateFrames: null | number;
            /** Format: int32 */
            underruns: null | number;
            /** Format: int64 */
            seq: number;
            /** Format: int32 */
            atMs: number;
        };
        CallEventBlockerRaised: {
            /** @enum {string} */
            type: "blockerRaised";
            blockerId: string;
            kind: components["schemas"]["BlockerKind"];
            text: string;
            /** Format: int32 */
            utterance: number;
            /** Format: int64 */
            seq: number;
            /** Format: int32 */
            atMs: number;
        };
        CallEventCallAnswered: {
            /** @enum {string} */
            type: "callAnswered";
            /** Format: int64 */
            seq: number;
            /** Format: int32 */
            atMs: number;
        };
        CallEventCallContinued: {
            /** @enum {string} */
            type: "callContinued";
            /** Format: int64 */
            seq: number;
            /** Format: int32 */
            atMs: number;
        };
        CallEventCallEnded: {
            /** @enum {string} */
            type: "callEnded";
            reason: components["schemas"]["EndReason"];
            text: string;
            /** Format: int64 */
            seq: number;
            /** Format: int32 */
            atMs: number;
        };
        CallEventCallPaused: {
            /** @enum {string} */
            type: "callPaused";
            name: string;
            paused: boolean;
            reason: string;
            /** Format: int64 */
            seq: number;
            /** Format: int32 */
            atMs: number;
        };
        CallEventCallPlaced: {
            /** @enum {string} */
            type: "callPlaced";
            scenarioId: string;
            scenarioTitle: string;
            patientName: string;
            difficulty: components["schemas"]["Difficulty"];
            /** Format: int32 */
            seed: number;
            /** Format: int64 */
            seq: number;
            /** Format: int32 */
            atMs: number;
        };
        CallEventConnectionChanged: {
            /** @enum {string} */
            type: "connectionChanged";
            connected: boolean;
            /** Format: int64 */
            seq: number;
            /** Format: int32 */
            atMs: number;
        };
        CallEventCueGiven: {
            /** @enum {string} */
            type: "cueGiven";
            kind: components["schemas"]["CueKind"];
            category: components["schemas"]["ScoringCategory"];
            code: string;
            text: string;
            reason: string;
            /** Format: int32 */
            utterance: number;
            /** Format: int64 */
            seq: number;
            /** Format: int32 */
            atMs: number;
        };
        CallEventDeadAirNoticed: {
            /** @enum {string} */
            type: "deadAirNoticed";
            /** Format: int32 */
            silenceMs: number;
            /** Format: int64 */
            seq: number;
            /** Format: int32 */
            atMs: number;
        };
        CallEventFactRevealed: {
            /** @enum {string} */
            type: "factRevealed";
            factId: string;
            /** Format: int32 */
            utterance: number;
            /** Format: int64 */
            seq: number;
            /** Format: int32 */
            atMs: number;
        };
        CallEventGoalMet: {
            /** @enum {string} */
            type: "goalMet";
            goalId: string;
            /** Format: int32 */
            utterance: number;
            /** Format: int64 */
            seq: number;
            /** Format: int32 */
            atMs: number;
        };
        CallEventHintGiven: {
            /** @enum {string} */
            type: "hintGiven";
            text: string;
            asked: boolean;
            /** Format: int64 */
            seq: number;
            /** Format: int32 */
            atMs: number;
        };
        CallEventHoldChanged: {
            /** @enum {string} */
            type: "holdChanged";
            onHold: boolean;
            /** Format: int64 */
            seq: number;
            /** Format: int32 */
            atMs: number;
        };
        CallEventMetersMoved: {
            /** @enum {string} */
            type: "metersMoved";
            /** Format: int32 */
            wordsPerMinute: null | number;
            /** Format: double */
            talkRatio: null | number;
            /** Format: int64 */
            seq: number;
            /** Format: int32 */
            atMs: number;
        };
        CallEventMoodChanged: {
            /** @enum {string} */
            type: "moodChanged";
            label: components["schemas"]["MoodLabel"];
            levels: components["schemas"]["MoodLevels"];
            because: string[];
            /** Format: int64 */
            seq: number;
            /** Format: int32 */
            atMs: number;
        };
        CallEventMuteChanged: {
            /** @enum {string} */
            type: "muteChanged";
            muted: boolean;
            /** Format: int64 */
            seq: number;
            /** Format: int32 */
            atMs: number;
        };
        CallEventNoteWhispered: {
            /** @enum {string} */
            type: "noteWhispered";
            name: string;
            text: string;
            /** Format: int64 */
            seq: number;
            /** Format: int32 */
            atMs: number;
        };
        CallEventNoticeShown: {
            /** @enum {string} */
            type: "noticeShown";
            code: string;
            text: string;
            /** Format: int64 */
            seq: number;
            /** Format: int32 */
            atMs: number;
        };
        CallEventObjectionDissolved: {
            /** @enum {string} */
            type: "objectionDissolved";
            objectionId: string;
            /** Format: int32 */
            utterance: number;
            /** Format: int64 */
            seq: number;
            /** Format: int32 */
            atMs: number;
        };
        CallEventPartialHeard: {
            /** @enum {string} */
            type: "partialHeard";
            party: components["schemas"]["Party"];
            /** Format: int32 */
            utterance: number;
            text: string;
            /** Format: int64 */
            seq: number;
            /** Format: int32 */
            atMs: number;
        };
        CallEventPatientDecided: {
            /** @enum {string} */
            type: "patientDecided";
            act: components["schemas"]["PatientAct"];
            key: string;
            why: string;
            /** Format: int64 */
            seq: number;
            /** Format: int32 */
            atMs: number;
        };
        CallEventPatientThinking: {
            /** @enum {string} */
            type: "patientThinking";
            /** Format: int64 */
            seq: number;
            /** Format: int32 */
            atMs: number;
        };
        CallEventPhaseDone: {
            /** @enum {string} */
            type: "phaseDone";
            phaseId: string;
            /** Format: int32 */
            utterance: number;
            /** Format: int64 */
            seq: number;
            /** Format: int32 */
            atMs: number;
        };
        CallEventPhraseAvoidedSaid: {
            /** @enum {string} */
            type: "phraseAvoidedSaid";
            phraseId: string;
            /** Format: int32 */
            utterance: number;
            said: string;
            /** Format: int64 */
            seq: number;
            /** Format: int32 */
            atMs: number;
        };
        CallEventPhraseUsed: {
            /** @enum {string} */
            type: "phraseUsed";
            phaseId: string;
            phraseId: string;
            /** Format: int32 */
            utterance: number;
            /** Format: double */
            likeness: number;
            /** Format: int64 */
            seq: number;
            /** Format: int32 */
            atMs: number;
        };
        CallEventSpeechStarted: {
            /** @enum {string} */
            type: "speechStarted";
            party: components["schemas"]["Party"];
            /** Format: int64 */
            seq: number;
            /** Format: int32 */
            atMs: number;
        };
        CallEventSpeechStopped: {
            /** @enum {string} */
            type: "speechStopped";
            party: components["schemas"]["Party"];
            /** Format: int64 */
            seq: number;
            /** Format: int32 */
            atMs: number;
        };
        CallEventSupervisionChanged: {
            /** @enum {string} */
            type: "supervisionChanged";
            /** Format: uuid */
            visitId: string;
            name: string;
            mode: null | components["schemas"]["SupervisionMode"];
            shown: boolean;
            /** Format: int64 */
            seq: number;
            /** Format: int32 */
            atMs: number;
        };
        CallEventSupervisorNoted: {
            /** @enum {string} */
            type: "supervisorNoted";
            name: string;
            text: string;
            /** Format: int64 */
            seq: number;
            /** Format: int32 */
            atMs: number;
        };
        CallEventTraineePaused: {
            /** @enum {string} */
            type: "traineePaused";
            /** Format: int32 */
            utterance: number;
            text: string;
            /** Format: int32 */
            startMs: number;
            /** Format: int32 */
            endMs: number;
            interruptedOther: boolean;
            sentenceWhole: boolean;
            soundsOver: boolean;
            meets: string[];
            breaks: string[];
            /** Format: int64 */
            seq: number;
            /** Format: int32 */
            atMs: number;
        };
        CallEventTurnTimed: {
            /** @enum {string} */
            type: "turnTimed";
            /** Format: int32 */
            utterance: number;
            /** Format: int32 */
            endpointMs: number;
            /** Format: int32 */
            finalMs: number;
            /** Format: int32 */
            decisionMs: number;
            /** Format: int32 */
            firstWordMs: number;
            /** Format: int32 */
            firstAudioMs: number;
            /** Format: int32 */
            firstPlayedMs: null | number;
            endpointReason: string;
            prepared: boolean;
            /** Format: int64 */
            seq: number;
            /** Format: int32 */
            atMs: number;
        };
        CallEventUtteranceCutOff: {
            /** @enum {string} */
            type: "utteranceCutOff";
            /** Format: int32 */
            utterance: number;
            heardText: string;
            /** Format: int32 */
            endMs: number;
            /** Format: int64 */
            seq: number;
            /** Format: int32 */
            atMs: number;
        };
        CallEventUtterancePlayed: {
            /** @enum {string} */
            type: "utterancePlayed";
            /** Format: int32 */
            utterance: number;
            /** Format: int32 */
            startMs: number;
            /** Format: int32 */
            endMs: number;
            /** Format: int64 */
            seq: number;
            /** Format: int32 */
            atMs: number;
        };
        CallEventUtteranceSpoken: {
            /** @enum {string} */
            type: "utteranceSpoken";
            party: components["schemas"]["Party"];
            /** Format: int32 */
            utterance: number;
            text: string;
            /** Format: int32 */
            startMs: number;
            /** Format: int32 */
            endMs: number;
            typed: boolean;
            /** Format: double */
            confidence: number;
            interruptedOther: boolean;
            words: components["schemas"]["SpokenWord"][];
            /** Format: int32 */
            goesOnFrom: null | number;
            voice: null | components["schemas"]["VoiceMeasures"];
            /** Format: int64 */
            seq: number;
            /** Format: int32 */
            atMs: number;
        };
        CallEventUtteranceUnderstood: {
            /** @enum {string} */
            type: "utteranceUnderstood";
            /** Format: int32 */
            utterance: number;
            acts: components["schemas"]["UnderstoodAct"][];
            /** Format: double */
            confidence: number;
            /** Format: int64 */
            seq: number;
            /** Format: int32 */
            atMs: number;
        };
        CallEventWithheld: {
            /** @enum {string} */
            type: "withheld";
            /** Format: int64 */
            seq: number;
            /** Format: int32 */
            atMs: number;
        };
        CallFacts: {
            /** Format: uuid */
            staffId: null | string;
            /** Format: date-time */
            takenAt: null | string;
            queue: null | string;
            consentNoted: boolean;
        };
        /** Format: uuid */
        CallId: string;
        CallJudgements: {
            mine: components["schemas"]["CoachJudgement"];
            others: components["schemas"]["CoachJudgement"][];
            /** Format: int32 */
            othersHandedIn: number;
        };
        CallLead: {
            /** Format: double */
            traineeShare: null | number;
            because: string;
        };
        CallNumbers: {
            /** Format: int32 */
            durationMs: number;
            /** Format: int32 */
            wordsPerMinute: null | number;
            /** Format: double */
            talkRatio: null | number;
            /** Format: int32 */
            medianResponseMs: null | number;
            /** Format: int32 */
            interruptions: number;
            /** Format: int32 */
            deadAirMs: number;
            /** Format: int32 */
            holdMs: number;
            /** Format: int32 */
            longestMonologueMs: number;
            /** Format: int32 */
            traineeUtterances: number;
            overlapsMeasured: boolean;
            /** Format: int32 */
            interruptedByPatient: number;
            /** Format: int32 */
            overlapMs: number;
            voice: components["schemas"]["VoicePoint"][];
            otherVoice: components["schemas"]["VoicePoint"][];
        };
        CallPage: {
            calls: components["schemas"]["CallSummary"][];
            next: null | string;
        };
        CallState: {
            callId: components["schemas"]["CallId"];
            status: components["schemas"]["CallStatus"];
            /** Format: int32 */
            nowMs: number;
            serverSpeaks: boolean;
            serverListens: boolean;
            events: components["schemas"]["CallEvent"][];
            webRtc: null | components["schemas"]["WebRtcInvitation"];
            /** @default false */
            opus: boolean;
        };
        /** @enum {unknown} */
        CallStatus: "ringing" | "live" | "ended" | "interrupted";
        CallSummary: {
            id: components["schemas"]["CallId"];
            scenarioId: string;
            scenarioTitle: string;
            type: components["schemas"]["ScenarioType"];
            difficulty: components["schemas"]["Difficulty"];
            patientName: string;
            traineeName: string;
            status: components["schemas"]["CallStatus"];
            /** Format: date-time */
            startedAt: string;
            /** Format: int32 */
            durationMs: number;
            endReason: null | components["schemas"]["EndReason"];
            /** Format: int32 */
            overall: null | number;
            letter: null | string;
            outcome: null | components["schemas"]["OutcomeStatus"];
            canContinue: boolean;
            hasRecording: boolean;
        };
        CategoryAgreement: {
            firstCoach: string;
            secondCoach: string;
            category: components["schemas"]["ScoringCategory"];
            /** Format: int32 */
            calls: number;
            /** Format: int32 */
            same: number;
            /** Format: double */
            kappa: null | number;
        };
        CategoryScore: {
            category: components["schemas"]["ScoringCategory"];
            /** Format: int32 */
            score: null | number;
            letter: null | string;
            /** Format: int32 */
            weight: number;
            because: string;
            observations: components["schemas"]["Observation"][];
        };
        CategoryTrend: {
            category: components["schemas"]["ScoringCategory"];
            direction: components["schemas"]["TrendDirection"];
            points: components["schemas"]["TrendPoint"][];
            drivers: components["schemas"]["TrendDriver"][];
        };
        ChangeAction: {
            what: string;
            /** Format: date-time */
            dueAt: string;
            done: boolean;
        };
        ChangeFacts: {
            was: components["schemas"]["CallFacts"];
            facts: components["schemas"]["CallFacts"];
        };
        CoachComment: {
            /** Format: int32 */
            line: null | number;
            /** Format: int32 */
            atMs: number;
            kind: components["schemas"]["CommentKind"];
            text: string;
        };
        CoachJudgement: {
            coachName: string;
            /** Format: date-time */
            handedInAt: null | string;
            judgement: components["schemas"]["Judgement"];
        };
        /** @enum {unknown} */
        CommentKind: "comment" | "strength";
        CorrectLine: {
            text: string;
            speaker: components["schemas"]["Speaker"];
            /** Format: int32 */
            startMs: number;
            /** Format: int32 */
            endMs: number;
            /** Format: int32 */
            version: number;
        };
        /** @enum {unknown} */
        CueKind: "praise" | "suggestion" | "warning";
        Debrief: {
            callId: components["schemas"]["CallId"];
            judged: boolean;
            outcome: components["schemas"]["OutcomeResult"];
            /** Format: int32 */
            overall: null | number;
            letter: null | string;
            overallBecause: string;
            categories: components["schemas"]["CategoryScore"][];
            strengths: components["schemas"]["Observation"][];
            improvements: components["schemas"]["Improvement"][];
            missedChances: components["schemas"]["MissedChance"][];
            keyMoments: components["schemas"]["KeyMoment"][];
            ideal: null | components["schemas"]["IdealComparison"];
            course: null | components["schemas"]["FlowSummary"];
            phrases: components["schemas"]["PhraseResult"][];
            phrasesToAvoid: components["schemas"]["AvoidedPhraseResult"][];
            flow: components["schemas"]["PhaseResult"][];
            blockers: components["schemas"]["BlockerResult"][];
            numbers: components["schemas"]["CallNumbers"];
            listening: null | components["schemas"]["ListeningResult"];
            notes: string[];
            practiseNext: string;
        };
        DemoAccount: {
            email: string;
            displayName: string;
            role: components["schemas"]["Role"];
        };
        DemoSignIn: {
            email: string;
        };
        /** @enum {unknown} */
        Difficulty: "beginner" | "intermediate" | "advanced" | "expert";
        /** @enum {unknown} */
        DraftMood: "calm" | "worried" | "irritated" | "angry";
        /** @enum {unknown} */
        EndReason: "traineeHungUp" | "patientHungUp" | "patientSaidGoodBye" | "deadAir" | "tooLong" | "connectionLost" | "serverStopped" | "supervisorEnded" | null;
        EngineChoice: {
            role: components["schemas"]["EngineRole"];
            wanted: string;
            running: null | string;
            why: string;
            meaning: string;
            limited: boolean;
            canSwitch: boolean;
            engines: components["schemas"]["EngineState"][];
        };
        /** @enum {unknown} */
        EngineRole: "recogniser" | "patientWords" | "voice" | "webRtc" | "hubFormat" | "store";
        EngineState: {
            name: string;
            available: boolean;
            reason: string;
            failure: null | string;
            meaning: string;
        };
        EngineSwitch: {
            engine: null | string;
        };
        EngineTried: {
            engine: string;
            /** Format: int32 */
            firstMs: null | number;
            /** Format: int32 */
            totalMs: number;
            /** Format: int32 */
            audioMs: null | number;
            text: null | string;
            wavBase64: null | string;
        };
        Evidence: {
            /** Format: int32 */
            utterance: number;
            /** Format: int32 */
            atMs: number;
            quote: string;
        };
        /** @enum {unknown} */
        FlowPart: "greeting" | "issue" | "closing";
        FlowSummary: {
            parts: components["schemas"]["PartPace"][];
            transitions: components["schemas"]["FlowTransition"][];
            lead: components["schemas"]["CallLead"];
        };
        FlowTransition: {
            from: string;
            to: string;
            inOrder: boolean;
            comment: string;
            evidence: components["schemas"]["Evidence"];
        };
        FoundLine: {
            /** Format: int32 */
            number: number;
            speaker: components["schemas"]["Speaker"];
            /** Format: int32 */
            startMs: number;
            text: string;
        };
        GiveAnswer: {
            about: components["schemas"]["AnswerAbout"];
            category: null | components["schemas"]["ScoringCategory"];
            /** Format: int32 */
            atMs: null | number;
            disputes: boolean;
            text: string;
        };
        HoldReason: {
            reason: string;
        };
        HubOffer: {
            protocols: string[];
        };
        IceServer: {
            urls: string[];
            username: null | string;
            credential: null | string;
        };
        IdealComparison: {
            /** Format: int32 */
            alignment: number;
            because: string;
            differences: components["schemas"]["IdealDifference"][];
        };
        IdealDifference: {
            about: string;
            youSaid: string;
            ideal: string;
            why: string;
            evidence: null | components["schemas"]["Evidence"];
        };
        Improvement: {
            category: components["schemas"]["ScoringCategory"];
            text: string;
            youSaid: string;
            better: string;
            why: string;
            evidence: null | components["schemas"]["Evidence"];
            effect: string;
        };
        ImprovementAction: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            personId: string;
            personName: string;
            what: string;
            state: components["schemas"]["ActionState"];
            /** Format: date-time */
            dueAt: string;
            /** Format: date-time */
            doneAt: null | string;
            setBy: string;
            /** Format: date-time */
            setAt: string;
            /** Format: uuid */
            recordedCallId: null | string;
            scenarioId: null | string;
            practiceTitle: null | string;
        };
        Invitation: {
            person: components["schemas"]["Person"];
            token: string;
            /** Format: date-time */
            validUntil: string;
        };
        InvitePerson: {
            displayName: string;
            email: string;
            roles: components["schemas"]["Role"][];
        };
        JudgedScore: {
            category: components["schemas"]["ScoringCategory"];
            /** Format: int32 */
            score: number;
            reason: string;
        };
        Judgement: {
            scores: components["schemas"]["JudgedScore"][];
            comments: components["schemas"]["CoachComment"][];
        };
        KeyMoment: {
            category: components["schemas"]["ScoringCategory"];
            text: string;
            /** Format: int32 */
            impact: number;
            evidence: components["schemas"]["Evidence"];
        };
        LineHistory: {
            /** Format: int32 */
            number: number;
            versions: components["schemas"]["LineVersion"][];
        };
        LineVersion: {
            /** Format: int32 */
            version: number;
            by: null | string;
            /** Format: date-time */
            at: null | string;
            speaker: components["schemas"]["Speaker"];
            /** Format: int32 */
            startMs: number;
            /** Format: int32 */
            endMs: number;
            text: string;
        };
        ListeningResult: {
            /** Format: int32 */
            quality: null | number;
            /** Format: double */
            asked: number;
            /** Format: double */
            askedOpenly: number;
            /** Format: double */
            saidBack: number;
            /** Format: double */
            told: number;
            because: string;
            evidence: components["schemas"]["Evidence"][];
        };
        MakeCalibration: {
            title: string;
            callIds: string[];
            coachIds: string[];
        };
        MissedChance: {
            kind: components["schemas"]["MissedKind"];
            what: string;
            better: string;
            /** Format: int32 */
            howMuch: number;
            evidence: null | components["schemas"]["Evidence"];
        };
        /** @enum {unknown} */
        MissedKind: "empathy" | "resolution" | "information" | "rapport";
        ModelFetch: {
            acceptLicence: boolean;
        };
        ModelInfo: {
            name: string;
            role: components["schemas"]["ModelRole"];
            file: string;
            /** Format: uri */
            url: string;
            /** Format: int64 */
            bytes: number;
            /** Format: int32 */
            memoryMiB: number;
            languages: string[];
            licence: components["schemas"]["ModelLicence"];
            goodFor: string;
            usable: boolean;
            fits: boolean;
            recommended: boolean;
            why: string;
            standing: components["schemas"]["ModelStanding"];
        };
        ModelLicence: {
            name: string;
            /** Format: uri */
            url: string;
            note: null | string;
            /** @default false */
            mustAccept: boolean;
        };
        ModelList: {
            machine: components["schemas"]["ModelMachine"];
            folder: string;
            offeredFolder: null | string;
            models: components["schemas"]["ModelInfo"][];
        };
        ModelMachine: {
            /** Format: int32 */
            cores: number;
            /** Format: int32 */
            totalMiB: number;
            /** Format: int32 */
            freeMiB: number;
            gpu: null | string;
        };
        /** @enum {unknown} */
        ModelRole: "recogniser" | "patientWords" | "speechDetector";
        /** @enum {unknown} */
        ModelStage: "missing" | "partial" | "queued" | "fetching" | "retrying" | "verifying" | "unverified" | "installed" | "damaged" | "failed";
        ModelStanding: {
            stage: components["schemas"]["ModelStage"];
            /** Format: int64 */
            bytes: number;
            /** Format: int64 */
            bytesPerSecond: null | number;
            /** Format: int32 */
            secondsLeft: null | number;
            code: null | string;
            says: string;
            removable: boolean;
        };
        MomentComparison: {
            /** Format: uuid */
            recordedCallId: string;
            scenarioId: string;
            title: string;
            /** Format: int32 */
            atMs: number;
            callerSaid: null | string;
            original: components["schemas"]["MomentReply"];
            attempts: components["schemas"]["PracticeAttempt"][];
        };
        MomentPractice: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            recordedCallId: string;
            /** Format: int32 */
            line: number;
            /** Format: int32 */
            atMs: number;
            scenarioId: string;
            draft: components["schemas"]["PracticeDraft"];
            madeBy: string;
            /** Format: date-time */
            madeAt: string;
            checkedBy: null | string;
            /** Format: date-time */
            checkedAt: null | string;
            callerSaid: null | string;
            original: components["schemas"]["MomentReply"];
            assignments: components["schemas"]["PracticeAssignment"][];
            attempts: components["schemas"]["PracticeAttempt"][];
        };
        MomentReply: {
            said: null | string;
            /** Format: int32 */
            afterMs: null | number;
            heard: null | string;
            curt: string[];
        };
        /** @enum {unknown} */
        MoodLabel: "calm" | "anxious" | "irritated" | "angry" | "relieved";
        MoodLevels: {
            /** Format: double */
            upset: number;
            /** Format: double */
            anxiety: number;
            /** Format: double */
            trust: number;
            /** Format: double */
            patience: number;
        };
        MyNotice: {
            /** Format: int32 */
            shared: number;
            /** Format: int32 */
            new: number;
            /** Format: int32 */
            replies: number;
            /** Format: int32 */
            actions: number;
            /** Format: int32 */
            overdue: number;
            /** Format: int32 */
            toJudge: number;
            /** Format: int32 */
            opened: number;
        };
        MyReview: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            takenAt: null | string;
            queue: string;
            /** Format: int32 */
            durationMs: number;
            hasSides: boolean;
            /** Format: int32 */
            staffChannel: number;
            lines: components["schemas"]["ReviewLine"][];
            marks: components["schemas"]["ReviewMark"][];
            debrief: null | components["schemas"]["Debrief"];
            sharedBy: string;
            /** Format: date-time */
            sharedAt: string;
            words: components["schemas"]["SharedWords"];
            answers: components["schemas"]["ReviewAnswer"][];
            practices: components["schemas"]["MomentComparison"][];
        };
        MyReviewListed: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            takenAt: null | string;
            queue: string;
            /** Format: int32 */
            durationMs: number;
            sharedBy: string;
            /** Format: date-time */
            sharedAt: string;
            isNew: boolean;
        };
        NextPractice: {
            scenarioId: string;
            title: string;
            difficulty: components["schemas"]["Difficulty"];
            why: string;
        };
        Observation: {
            text: string;
            /** Format: int32 */
            impact: number;
            evidence: components["schemas"]["Evidence"][];
            driver: components["schemas"]["ScoreDriver"];
        };
        OpenDispute: {
            /** Format: uuid */
            recordedCallId: string;
            fileName: string;
            staffName: string;
            /** Format: date-time */
            at: string;
            about: components["schemas"]["AnswerAbout"];
            category: null | components["schemas"]["ScoringCategory"];
            /** Format: int32 */
            atMs: null | number;
        };
        OpusPacket: {
            /** Format: int64 */
            offset: number;
            /** Format: byte */
            data: string;
        };
        OutcomeItem: {
            id: string;
            text: string;
            reached: boolean;
            evidence: null | components["schemas"]["Evidence"];
        };
        OutcomeResult: {
            status: components["schemas"]["OutcomeStatus"];
            because: string;
            items: components["schemas"]["OutcomeItem"][];
        };
        /** @enum {unknown} */
        OutcomeStatus: "reached" | "partly" | "missed" | "notJudged" | null;
        PartPace: {
            part: components["schemas"]["FlowPart"];
            /** Format: int32 */
            startMs: number;
            /** Format: int32 */
            endMs: number;
            /** Format: double */
            share: number;
            comment: string;
        };
        /** @enum {unknown} */
        Party: "trainee" | "patient" | "supervisor";
        /** @enum {unknown} */
        PatientAct: "open" | "greetBack" | "answer" | "withhold" | "askBack" | "object" | "soften" | "escalate" | "accept" | "raise" | "correct" | "repeat" | "notUnderstood" | "sayNeed" | "acknowledge" | "thank" | "wait" | "anyoneThere" | "interruptMonologue" | "resume" | "goodBye" | "hangUp" | "worsen" | "doNotKnow";
        Person: {
            /** Format: uuid */
            id: string;
            displayName: string;
            email: string;
            roles: components["schemas"]["Role"][];
            invited: boolean;
        };
        PhaseResult: {
            phaseId: string;
            title: string;
            part: components["schemas"]["FlowPart"];
            done: boolean;
            /** Format: int32 */
            startMs: null | number;
            /** Format: int32 */
            endMs: null | number;
            /** Format: int32 */
            phrasesUsed: number;
            /** Format: int32 */
            phrasesTotal: number;
            comment: string;
        };
        PhraseResult: {
            phaseId: string;
            phraseId: string;
            phrase: string;
            used: boolean;
            evidence: null | components["schemas"]["Evidence"];
        };
        PlayedPosition: {
            /** Format: int32 */
            utterance: number;
            /** Format: int64 */
            samplesPlayed: number;
            /** Format: int32 */
            firstSoundAgoMs: null | number;
            /** Format: int32 */
            underruns: number;
        };
        PracticeAssignment: {
            /** Format: uuid */
            personId: string;
            personName: string;
            assignedBy: string;
            /** Format: date-time */
            assignedAt: string;
            /** Format: date-time */
            dueAt: null | string;
        };
        PracticeAttempt: {
            callId: components["schemas"]["CallId"];
            traineeName: string;
            /** Format: date-time */
            startedAt: string;
            /** Format: int32 */
            overall: null | number;
            reply: null | components["schemas"]["MomentReply"];
        };
        PracticeDraft: {
            title: string;
            type: components["schemas"]["ScenarioType"];
            difficulty: components["schemas"]["Difficulty"];
            situation: string;
            patientName: string;
            /** Format: int32 */
            patientAge: number;
            pronoun: string;
            manner: string;
            history: string;
            mood: components["schemas"]["DraftMood"];
            opening: string[];
            says: string[];
            wants: string;
            needed: components["schemas"]["TraineeAct"];
            better: string;
            avoid: null | string;
            avoidWhy: null | string;
        };
        PracticeListed: {
            /** Format: uuid */
            id: string;
            /** Format: int32 */
            line: number;
            title: string;
            checked: boolean;
        };
        /** @enum {unknown} */
        PracticeRole: "owner" | "admin" | "provider" | "staff" | "biller";
        ProblemDetails: {
            type: null | string;
            title: null | string;
            /** Format: int32 */
            status: null | number;
            detail: null | string;
            instance: null | string;
        };
        Progress: {
            categories: components["schemas"]["CategoryTrend"][];
            overall: components["schemas"]["TrendPoint"][];
            next: null | components["schemas"]["NextPractice"];
            unfinished: components["schemas"]["CallSummary"][];
        };
        ReplyToAnswer: {
            state: components["schemas"]["AnswerState"];
            text: string;
            /** Format: int32 */
            score: null | number;
        };
        Retention: {
            /** Format: int32 */
            keepDays: null | number;
        };
        ReviewAnswer: {
            /** Format: uuid */
            id: string;
            staffName: string;
            /** Format: date-time */
            at: string;
            about: components["schemas"]["AnswerAbout"];
            category: null | components["schemas"]["ScoringCategory"];
            /** Format: int32 */
            atMs: null | number;
            state: components["schemas"]["AnswerState"];
            text: string;
            repliedBy: null | string;
            /** Format: date-time */
            repliedAt: null | string;
            reply: null | components["schemas"]["AnswerReply"];
        };
        /** @enum {unknown} */
        ReviewDeed: "uploaded" | "opened" | "revealed" | "heard" | "removed" | "held" | "released" | "changedRetention" | "corrected" | "judged" | "exported" | "madePractice" | "checkedPractice" | "assignedPractice" | "shared" | "tookBack" | "answered" | "replied" | "setAction" | "didAction" | "removedAction" | "found" | "calibrated" | "closedCalibration" | "agreedScore" | "changedStaff" | "changedTime" | "changedQueue" | "changedConsent" | "swappedSides";
        ReviewHold: {
            by: string;
            /** Format: date-time */
            at: string;
            reason: string;
        };
        ReviewLine: {
            /** Format: int32 */
            number: number;
            speaker: components["schemas"]["Speaker"];
            /** Format: int32 */
            startMs: number;
            /** Format: int32 */
            endMs: number;
            text: string;
            /** Format: double */
            confidence: number;
            words: components["schemas"]["SpokenWord"][];
            /** @default false */
            corrected: boolean;
        };
        ReviewMark: {
            kind: components["schemas"]["ReviewMarkKind"];
            /** Format: int32 */
            startMs: number;
            /** Format: int32 */
            endMs: number;
            /** Format: int32 */
            line: null | number;
            text: string;
            better: null | string;
        };
        /** @enum {unknown} */
        ReviewMarkKind: "talkOver" | "deadAir" | "phraseToAvoid" | "empathyMissed" | "feelingShown" | "risingIrritation" | "curt" | "identityChecked";
        ReviewPage: {
            reviews: components["schemas"]["ReviewSummary"][];
            next: null | string;
        };
        ReviewReading: {
            review: components["schemas"]["ReviewSummary"];
            revealed: boolean;
            lines: components["schemas"]["ReviewLine"][];
            marks: components["schemas"]["ReviewMark"][];
            debrief: null | components["schemas"]["Debrief"];
        };
        ReviewShare: {
            /** Format: uuid */
            staffId: string;
            staffName: string;
            sharedBy: string;
            /** Format: date-time */
            sharedAt: string;
            /** Format: date-time */
            seenAt: null | string;
            mine: boolean;
            words: null | components["schemas"]["SharedWords"];
        };
        ReviewSharing: {
            share: null | components["schemas"]["ReviewShare"];
        };
        /** @enum {unknown} */
        ReviewStage: "probe" | "decode" | "transcribe";
        /** @enum {unknown} */
        ReviewStatus: "uploading" | "queued" | "working" | "ready" | "failed";
        ReviewSummary: {
            /** Format: uuid */
            id: string;
            fileName: string;
            /** Format: int64 */
            bytes: number;
            /** Format: int64 */
            receivedBytes: number;
            /** Format: date-time */
            uploadedAt: string;
            /** Format: uuid */
            staffId: null | string;
            staffName: null | string;
            /** Format: date-time */
            takenAt: null | string;
            queue: string;
            consentNoted: boolean;
            status: components["schemas"]["ReviewStatus"];
            stage: components["schemas"]["ReviewStage"];
            progress: null | components["schemas"]["StageProgress"];
            /** Format: int32 */
            before: null | number;
            problemCode: null | string;
            problem: null | string;
            notes: string[];
            /** Format: int32 */
            durationMs: null | number;
            twoSided: boolean;
            byVoice: boolean;
            /** Format: int32 */
            staffChannel: number;
            engine: null | string;
            hold: null | components["schemas"]["ReviewHold"];
            /** Format: date-time */
            removedAt: null | string;
        };
        /** @enum {unknown} */
        Role: "trainee" | "supervisor" | "coach" | "administrator";
        SaveJudgement: {
            judgement: components["schemas"]["Judgement"];
            handIn: boolean;
        };
        SavePractice: {
            draft: components["schemas"]["PracticeDraft"];
            checked: boolean;
        };
        ScenarioAssignment: {
            by: string;
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            dueAt: null | string;
        };
        ScenarioBriefing: {
            card: components["schemas"]["ScenarioCard"];
            situation: string;
            role: components["schemas"]["PracticeRole"];
            /** Format: int32 */
            targetSeconds: number;
            doneWhen: string[];
            phases: components["schemas"]["BriefingPhase"][];
        };
        ScenarioCard: {
            id: string;
            title: string;
            type: components["schemas"]["ScenarioType"];
            difficulty: components["schemas"]["Difficulty"];
            summary: string;
            patientName: string;
            /** Format: int32 */
            patientAge: number;
            patientManner: string;
            /** Format: int32 */
            expectedMinutes: number;
            /** Format: int32 */
            attempts: number;
            /** Format: int32 */
            bestScore: null | number;
            bestLetter: null | string;
            assignment: null | components["schemas"]["ScenarioAssignment"];
        };
        ScenarioProblem: {
            file: string;
            /** Format: int32 */
            line: number;
            /** Format: int32 */
            column: number;
            reason: string;
        };
        /** @enum {unknown} */
        ScenarioType: "scheduling" | "billingInquiry" | "complaint" | "newPatientIntake" | "cancellation" | "insuranceQuestions" | "followUp" | "emergencyTriage";
        /** @enum {unknown} */
        ScoreDriver: "unknown" | "feelings" | "offeredCare" | "warmth" | "courtesy" | "coldness" | "patientMood" | "voice" | "phases" | "phrasesToAvoid" | "readingOut" | "responses" | "pace" | "interruptions" | "talkShare" | "silence" | "holds" | "length" | "goals" | "facts" | "doubts" | "checking" | "openQuestions" | "repeats" | "rules" | "introduction" | "identity" | "ending" | "language";
        /** @enum {unknown} */
        ScoringCategory: "tone" | "empathy" | "scriptAdherence" | "timing" | "problemSolving" | "professionalism";
        SearchHit: {
            /** Format: uuid */
            reviewId: string;
            fileName: string;
            staffName: null | string;
            /** Format: date-time */
            takenAt: null | string;
            /** Format: date-time */
            uploadedAt: string;
            queue: string;
            /** Format: int32 */
            overall: null | number;
            /** Format: int32 */
            atMs: number;
            before: null | components["schemas"]["FoundLine"];
            line: null | components["schemas"]["FoundLine"];
            after: null | components["schemas"]["FoundLine"];
            mark: null | components["schemas"]["ReviewMark"];
        };
        SearchPage: {
            hits: components["schemas"]["SearchHit"][];
            /** Format: int32 */
            calls: number;
            /** Format: int32 */
            notYet: number;
            next: null | string;
        };
        SessionInfo: {
            serverName: string;
            user: null | components["schemas"]["SessionUser"];
            demoAccounts: components["schemas"]["DemoAccount"][];
            setupNeeded: boolean;
        };
        SessionUser: {
            /** Format: uuid */
            id: string;
            displayName: string;
            email: string;
            tenantName: string;
            roles: components["schemas"]["Role"][];
        };
        SetAction: {
            /** Format: uuid */
            personId: string;
            what: string;
            /** Format: date-time */
            dueAt: string;
            /** Format: uuid */
            practiceId: null | string;
        };
        SetUp: {
            code: string;
            organisationName: string;
            displayName: string;
            email: string;
            password: string;
        };
        ShareReview: {
            /** Format: uuid */
            staffId: string;
            note: string;
            scores: boolean;
            comments: number[];
        };
        SharedWords: {
            note: string;
            scores: components["schemas"]["JudgedScore"][];
            comments: components["schemas"]["CoachComment"][];
        };
        SignIn: {
            email: string;
            password: string;
        };
        SoundOutline: {
            /** Format: int32 */
            durationMs: number;
            channels: number[][];
        };
        /** @enum {unknown} */
        Speaker: "staff" | "caller" | "unknown";
        SpokenWord: {
            text: string;
            /** Format: int32 */
            startMs: number;
            /** Format: int32 */
            endMs: number;
        };
        StaffMember: {
            /** Format: uuid */
            id: string;
            displayName: string;
        };
        StageProgress: {
            /** Format: double */
            done: number;
            /** Format: int32 */
            secondsLeft: null | number;
        };
        StartCall: {
            scenarioId: string;
            /** @enum {unknown} */
            difficulty: "beginner" | "intermediate" | "advanced" | "expert";
            /** Format: int32 */
            seed: null | number;
            /** @default true */
            voice: boolean;
        };
        /** Format: binary */
        Stream: string;
        SupervisedState: {
            /** Format: uuid */
            callId: string;
            /** Format: uuid */
            visitId: string;
            /** @enum {unknown} */
            status: "ringing" | "live" | "ended" | "interrupted";
            /** Format: int32 */
            nowMs: number;
            trainee: string;
            patient: string;
            scenarioTitle: string;
            /** @enum {unknown} */
            difficulty: "beginner" | "intermediate" | "advanced" | "expert";
            shown: boolean;
            events: ({
                /** @enum {string} */
                type: "callPlaced";
                scenarioId: string;
                scenarioTitle: string;
                patientName: string;
                /** @enum {unknown} */
                difficulty: "beginner" | "intermediate" | "advanced" | "expert";
                /** Format: int32 */
                seed: number;
                /** Format: int64 */
                seq: number;
                /** Format: int32 */
                atMs: number;
            } | {
                /** @enum {string} */
                type: "callAnswered";
                /** Format: int64 */
                seq: number;
                /** Format: int32 */
                atMs: number;
            } | {
                /** @enum {string} */
                type: "speechStarted";
                /** @enum {unknown} */
                party: "trainee" | "patient" | "supervisor";
                /** Format: int64 */
                seq: number;
                /** Format: int32 */
                atMs: number;
            } | {
                /** @enum {string} */
                type: "speechStopped";
                /** @enum {unknown} */
                party: "trainee" | "patient" | "supervisor";
                /** Format: int64 */
                seq: number;
                /** Format: int32 */
                atMs: number;
            } | {
                /** @enum {string} */
                type: "partialHeard";
                /** @enum {unknown} */
                party: "trainee" | "patient" | "supervisor";
                /** Format: int32 */
                utterance: number;
                text: string;
                /** Format: int64 */
                seq: number;
                /** Format: int32 */
                atMs: number;
            } | {
                /** @enum {string} */
                type: "traineePaused";
                /** Format: int32 */
                utterance: number;
                text: string;
                /** Format: int32 */
                startMs: number;
                /** Format: int32 */
                endMs: number;
                interruptedOther: boolean;
                sentenceWhole: boolean;
                soundsOver: boolean;
                meets: string[];
                breaks: string[];
                /** Format: int64 */
                seq: number;
                /** Format: int32 */
                atMs: number;
            } | {
                /** @enum {string} */
                type: "utteranceSpoken";
                /** @enum {unknown} */
                party: "trainee" | "patient" | "supervisor";
                /** Format: int32 */
                utterance: number;
                text: string;
                /** Format: int32 */
                startMs: number;
                /** Format: int32 */
                endMs: number;
                typed: boolean;
                /** Format: double */
                confidence: number;
                interruptedOther: boolean;
                words: {
                    text: string;
                    /** Format: int32 */
                    startMs: number;
                    /** Format: int32 */
                    endMs: number;
                }[];
                /** Format: int32 */
                goesOnFrom: null | number;
                voice: {
                    /** Format: double */
                    levelDbfs: number;
                    /** Format: int32 */
                    speechMs: number;
                    /** Format: int32 */
                    pauseMs: number;
                    /** Format: int32 */
                    longestPauseMs: number;
                    /** Format: double */
                    pitchHz: null | number;
                    /** Format: double */
                    pitchRangeSemitones: null | number;
                    /** Format: double */
                    levelRangeDb: null | number;
                    /** Format: int32 */
                    voicedMs: number;
                };
                /** Format: int64 */
                seq: number;
                /** Format: int32 */
                atMs: number;
            } | {
                /** @enum {string} */
                type: "utterancePlayed";
                /** Format: int32 */
                utterance: number;
                /** Format: int32 */
                startMs: number;
                /** Format: int32 */
                endMs: number;
                /** Format: int64 */
                seq: number;
                /** Format: int32 */
                atMs: number;
            } | {
                /** @enum {string} */
                type: "utteranceCutOff";
                /** Format: int32 */
                utterance: number;
                heardText: string;
                /** Format: int32 */
                endMs: number;
                /** Format: int64 */
                seq: number;
                /** Format: int32 */
                atMs: number;
            } | {
                /** @enum {string} */
                type: "utteranceUnderstood";
                /** Format: int32 */
                utterance: number;
                acts: {
                    /** @enum {unknown} */
                    act: "greet" | "identifySelf" | "ask" | "tell" | "acknowledgeFeeling" | "apologise" | "explain" | "offer" | "promise" | "hold" | "transfer" | "checkUnderstanding" | "close" | "smallTalk" | "refuse" | "blame" | "order" | "thank" | "escalate" | "unclear";
                    topic: null | string;
                    /** Format: double */
                    confidence: number;
                    text: string;
                }[];
                /** Format: double */
                confidence: number;
                /** Format: int64 */
                seq: number;
                /** Format: int32 */
                atMs: number;
            } | {
                /** @enum {string} */
                type: "patientThinking";
                /** Format: int64 */
                seq: number;
                /** Format: int32 */
                atMs: number;
            } | {
                /** @enum {string} */
                type: "patientDecided";
                /** @enum {unknown} */
                act: "open" | "greetBack" | "answer" | "withhold" | "askBack" | "object" | "soften" | "escalate" | "accept" | "raise" | "correct" | "repeat" | "notUnderstood" | "sayNeed" | "acknowledge" | "thank" | "wait" | "anyoneThere" | "interruptMonologue" | "resume" | "goodBye" | "hangUp" | "worsen" | "doNotKnow";
                key: string;
                why: string;
                /** Format: int64 */
                seq: number;
                /** Format: int32 */
                atMs: number;
            } | {
                /** @enum {string} */
                type: "moodChanged";
                /** @enum {unknown} */
                label: "calm" | "anxious" | "irritated" | "angry" | "relieved";
                levels: {
                    /** Format: double */
                    upset: number;
                    /** Format: double */
                    anxiety: number;
                    /** Format: double */
                    trust: number;
                    /** Format: double */
                    patience: number;
                };
                because: string[];
                /** Format: int64 */
                seq: number;
                /** Format: int32 */
                atMs: number;
            } | {
                /** @enum {string} */
                type: "factRevealed";
                factId: string;
                /** Format: int32 */
                utterance: number;
                /** Format: int64 */
                seq: number;
                /** Format: int32 */
                atMs: number;
            } | {
                /** @enum {string} */
                type: "goalMet";
                goalId: string;
                /** Format: int32 */
                utterance: number;
                /** Format: int64 */
                seq: number;
                /** Format: int32 */
                atMs: number;
            } | {
                /** @enum {string} */
                type: "objectionDissolved";
                objectionId: string;
                /** Format: int32 */
                utterance: number;
                /** Format: int64 */
                seq: number;
                /** Format: int32 */
                atMs: number;
            } | {
                /** @enum {string} */
                type: "blockerRaised";
                blockerId: string;
                /** @enum {unknown} */
                kind: "disclosedBeforeIdentity" | "adviceOutsideRole" | "emergencyNotEscalated" | "forbidden";
                text: string;
                /** Format: int32 */
                utterance: number;
                /** Format: int64 */
                seq: number;
                /** Format: int32 */
                atMs: number;
            } | {
                /** @enum {string} */
                type: "phraseUsed";
                phaseId: string;
                phraseId: string;
                /** Format: int32 */
                utterance: number;
                /** Format: double */
                likeness: number;
                /** Format: int64 */
                seq: number;
                /** Format: int32 */
                atMs: number;
            } | {
                /** @enum {string} */
                type: "phraseAvoidedSaid";
                phraseId: string;
                /** Format: int32 */
                utterance: number;
                said: string;
                /** Format: int64 */
                seq: number;
                /** Format: int32 */
                atMs: number;
            } | {
                /** @enum {string} */
                type: "phaseDone";
                phaseId: string;
                /** Format: int32 */
                utterance: number;
                /** Format: int64 */
                seq: number;
                /** Format: int32 */
                atMs: number;
            } | {
                /** @enum {string} */
                type: "cueGiven";
                /** @enum {unknown} */
                kind: "praise" | "suggestion" | "warning";
                /** @enum {unknown} */
                category: "tone" | "empathy" | "scriptAdherence" | "timing" | "problemSolving" | "professionalism";
                code: string;
                text: string;
                reason: string;
                /** Format: int32 */
                utterance: number;
                /** Format: int64 */
                seq: number;
                /** Format: int32 */
                atMs: number;
            } | {
                /** @enum {string} */
                type: "hintGiven";
                text: string;
                asked: boolean;
                /** Format: int64 */
                seq: number;
                /** Format: int32 */
                atMs: number;
            } | {
                /** @enum {string} */
                type: "metersMoved";
                /** Format: int32 */
                wordsPerMinute: null | number;
                /** Format: double */
                talkRatio: null | number;
                /** Format: int64 */
                seq: number;
                /** Format: int32 */
                atMs: number;
            } | {
                /** @enum {string} */
                type: "holdChanged";
                onHold: boolean;
                /** Format: int64 */
                seq: number;
                /** Format: int32 */
                atMs: number;
            } | {
                /** @enum {string} */
                type: "muteChanged";
                muted: boolean;
                /** Format: int64 */
                seq: number;
                /** Format: int32 */
                atMs: number;
            } | {
                /** @enum {string} */
                type: "deadAirNoticed";
                /** Format: int32 */
                silenceMs: number;
                /** Format: int64 */
                seq: number;
                /** Format: int32 */
                atMs: number;
            } | {
                /** @enum {string} */
                type: "turnTimed";
                /** Format: int32 */
                utterance: number;
                /** Format: int32 */
                endpointMs: number;
                /** Format: int32 */
                finalMs: number;
                /** Format: int32 */
                decisionMs: number;
                /** Format: int32 */
                firstWordMs: number;
                /** Format: int32 */
                firstAudioMs: number;
                /** Format: int32 */
                firstPlayedMs: null | number;
                endpointReason: string;
                prepared: boolean;
                /** Format: int64 */
                seq: number;
                /** Format: int32 */
                atMs: number;
            } | {
                /** @enum {string} */
                type: "noticeShown";
                code: string;
                text: string;
                /** Format: int64 */
                seq: number;
                /** Format: int32 */
                atMs: number;
            } | {
                /** @enum {string} */
                type: "connectionChanged";
                connected: boolean;
                /** Format: int64 */
                seq: number;
                /** Format: int32 */
                atMs: number;
            } | {
                /** @enum {string} */
                type: "audioPathUsed";
                /** @enum {unknown} */
                path: "hub" | "webRtc";
                /** Format: int32 */
                fromMs: number;
                /** Format: int32 */
                roundTripMs: null | number;
                /** Format: double */
                lossPercent: null | number;
                /** Format: double */
                jitterMs: null | number;
                /** Format: int32 */
                lateFrames: null | number;
                /** Format: int32 */
                underruns: null | number;
                /** Format: int64 */
                seq: number;
                /** Format: int32 */
                atMs: number;
            } | {
                /** @enum {string} */
                type: "supervisionChanged";
                /** Format: uuid */
                visitId: string;
                name: string;
                /** @enum {unknown} */
                mode: "listen" | "whisper" | "barge" | null;
                shown: boolean;
                /** Format: int64 */
                seq: number;
                /** Format: int32 */
                atMs: number;
            } | {
                /** @enum {string} */
                type: "noteWhispered";
                name: string;
                text: string;
                /** Format: int64 */
                seq: number;
                /** Format: int32 */
                atMs: number;
            } | {
                /** @enum {string} */
                type: "supervisorNoted";
                name: string;
                text: string;
                /** Format: int64 */
                seq: number;
                /** Format: int32 */
                atMs: number;
            } | {
                /** @enum {string} */
                type: "callPaused";
                name: string;
                paused: boolean;
                reason: string;
                /** Format: int64 */
                seq: number;
                /** Format: int32 */
                atMs: number;
            } | {
                /** @enum {string} */
                type: "withheld";
                /** Format: int64 */
                seq: number;
                /** Format: int32 */
                atMs: number;
            } | {
                /** @enum {string} */
                type: "callContinued";
                /** Format: int64 */
                seq: number;
                /** Format: int32 */
                atMs: number;
            } | {
                /** @enum {string} */
                type: "callEnded";
                /** @enum {unknown} */
                reason: "traineeHungUp" | "patientHungUp" | "patientSaidGoodBye" | "deadAir" | "tooLong" | "connectionLost" | "serverStopped" | "supervisorEnded";
                text: string;
                /** Format: int64 */
                seq: number;
                /** Format: int32 */
                atMs: number;
            })[];
            webRtc: {
                iceServers: {
                    urls: string[];
                    username: null | string;
                    credential: null | string;
                }[];
            };
        };
        /** @enum {unknown} */
        SupervisionAct: "listened" | "whispered" | "barged" | "whisperedNote" | "tookNote" | "gaveCue" | "saidTyped" | "pausedCall" | "resumedCall" | "endedCall";
        /** @enum {unknown} */
        SupervisionEnd: "left" | "changedMode" | "callEnded" | "connectionLost" | "roleTakenAway" | "serverStopped" | null;
        SupervisionEntry: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            at: string;
            callId: components["schemas"]["CallId"];
            supervisor: string;
            trainee: string;
            scenarioTitle: string;
            act: components["schemas"]["SupervisionAct"];
            /** Format: int32 */
            atMs: number;
            /** Format: int64 */
            durationMs: null | number;
            endedBecause: null | components["schemas"]["SupervisionEnd"];
        };
        /** @enum {unknown} */
        SupervisionMode: "listen" | "whisper" | "barge" | null;
        SupervisionPage: {
            entries: components["schemas"]["SupervisionEntry"][];
            next: null | string;
        };
        SupervisionPolicy: {
            showListening: boolean;
        };
        SupervisionState: {
            /** @enum {unknown} */
            mode: "listen" | "whisper" | "barge";
            shown: boolean;
            recognised: boolean;
        };
        /** @enum {unknown} */
        TraineeAct: "greet" | "identifySelf" | "ask" | "tell" | "acknowledgeFeeling" | "apologise" | "explain" | "offer" | "promise" | "hold" | "transfer" | "checkUnderstanding" | "close" | "smallTalk" | "refuse" | "blame" | "order" | "thank" | "escalate" | "unclear";
        TranscriptLine: {
            /** Format: int32 */
            utterance: number;
            party: components["schemas"]["Party"];
            text: string;
            /** Format: int32 */
            startMs: number;
            /** Format: int32 */
            endMs: number;
            typed: boolean;
            cutOff: boolean;
            /** Format: double */
            confidence: number;
        };
        /** @enum {unknown} */
        TrendDirection: "notEnough" | "improving" | "stable" | "declining";
        TrendDriver: {
            driver: components["schemas"]["ScoreDriver"];
            /** Format: int32 */
            change: number;
        };
        TrendPoint: {
            callId: components["schemas"]["CallId"];
            /** Format: date-time */
            at: string;
            /** Format: int32 */
            score: number;
        };
        UnderstoodAct: {
            act: components["schemas"]["TraineeAct"];
            topic: null | string;
            /** Format: double */
            confidence: number;
            text: string;
        };
        UploadRules: {
            /** Format: int64 */
            maxBytes: number;
            /** Format: int32 */
            pieceBytes: number;
            /** Format: int32 */
            maxMinutes: number;
            kinds: string;
        };
        VoiceMeasures: {
            /** Format: double */
            levelDbfs: number;
            /** Format: int32 */
            speechMs: number;
            /** Format: int32 */
            pauseMs: number;
            /** Format: int32 */
            longestPauseMs: number;
            /** Format: double */
            pitchHz: null | number;
            /** Format: double */
            pitchRangeSemitones: null | number;
            /** Format: double */
            levelRangeDb: null | number;
            /** Format: int32 */
            voicedMs: number;
        };
        VoicePoint: {
            /** Format: int32 */
            utterance: number;
            /** Format: int32 */
            atMs: number;
            /** Format: double */
            loudnessDb: number;
            /** Format: double */
            pitchSemitones: null | number;
            /** Format: double */
            movement: null | number;
            /** Format: int32 */
            wordsPerMinute: null | number;
            /** Format: double */
            pace: null | number;
        };
        WallboardState: {
            rows: {
                /** Format: uuid */
                callId: string;
                trainee: string;
                scenarioId: string;
                scenarioTitle: string;
                /** @enum {unknown} */
                scenarioType: "scheduling" | "billingInquiry" | "complaint" | "newPatientIntake" | "cancellation" | "insuranceQuestions" | "followUp" | "emergencyTriage";
                /** @enum {unknown} */
                difficulty: "beginner" | "intermediate" | "advanced" | "expert";
                patient: string;
                /** Format: int32 */
                nowMs: number;
                /** @enum {unknown} */
                phase: "ringing" | "talking" | "holding" | "deadAir" | "paused" | "away";
                traineeSpeaks: boolean;
                patientSpeaks: boolean;
                /** @enum {unknown} */
                mood: "calm" | "anxious" | "irritated" | "angry" | "relieved" | null;
                tone: number[];
                empathy: number[];
                lastCue: {
                    /** @enum {unknown} */
                    kind: "praise" | "suggestion" | "warning";
                    text: string;
                    /** Format: int32 */
                    atMs: number;
                };
                alerts: {
                    /** @enum {unknown} */
                    kind: "blockerBroken" | "blockerAtRisk" | "aboutToHangUp" | "deadAir" | "talkOver";
                    text: string;
                    /** Format: int32 */
                    sinceMs: number;
                }[];
                /** Format: int32 */
                need: number;
                supervisors: {
                    /** Format: uuid */
                    visitId: string;
                    name: string;
                    /** @enum {unknown} */
                    mode: "listen" | "whisper" | "barge";
                }[];
            }[];
        };
        WallboardUpdate: {
            rows: {
                /** Format: uuid */
                callId: string;
                trainee: string;
                scenarioId: string;
                scenarioTitle: string;
                /** @enum {unknown} */
                scenarioType: "scheduling" | "billingInquiry" | "complaint" | "newPatientIntake" | "cancellation" | "insuranceQuestions" | "followUp" | "emergencyTriage";
                /** @enum {unknown} */
                difficulty: "beginner" | "intermediate" | "advanced" | "expert";
                patient: string;
                /** Format: int32 */
                nowMs: number;
                /** @enum {unknown} */
                phase: "ringing" | "talking" | "holding" | "deadAir" | "paused" | "away";
                traineeSpeaks: boolean;
                patientSpeaks: boolean;
                /** @enum {unknown} */
                mood: "calm" | "anxious" | "irritated" | "angry" | "relieved" | null;
                tone: number[];
                empathy: number[];
                lastCue: {
                    /** @enum {unknown} */
                    kind: "praise" | "suggestion" | "warning";
                    text: string;
                    /** Format: int32 */
                    atMs: number;
                };
                alerts: {
                    /** @enum {unknown} */
                    kind: "blockerBroken" | "blockerAtRisk" | "aboutToHangUp" | "deadAir" | "talkOver";
                    text: string;
                    /** Format: int32 */
                    sinceMs: number;
                }[];
                /** Format: int32 */
                need: number;
                supervisors: {
                    /** Format: uuid */
                    visitId: string;
                    name: string;
                    /** @enum {unknown} */
                    mode: "listen" | "whisper" | "barge";
                }[];
            }[];
            gone: unknown[];
        };
        WebRtcInvitation: {
            iceServers: components["schemas"]["IceServer"][];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    GetProgress: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Progress"];
                };
            };
        };
    };
    GetSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionInfo"];
                };
            };
        };
    };
    SignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionUser"];
                };
            };
        };
    };
    SignOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    SetUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetUp"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionUser"];
                };
            };
        };
    };
    AcceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptInvitation"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionUser"];
                };
            };
        };
    };
    SignInAsDemo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DemoSignIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionUser"];
                };
            };
        };
    };
    ListPeople: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"][];
                };
            };
        };
    };
    InvitePerson: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitePerson"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
                };
            };
        };
    };
    InvitePersonAgain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
                };
            };
        };
    };
    ListScenarios: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScenarioCard"][];
                };
            };
        };
    };
    GetScenario: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScenarioBriefing"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    ListScenarioProblems: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScenarioProblem"][];
                };
            };
        };
    };
    ListCalls: {
        parameters: {
            query?: {
                scenarioId?: string;
                type?: string;
                difficulty?: string;
                status?: string;
                from?: string;
                to?: string;
                mine?: boolean;
                before?: string;
                take?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallPage"];
                };
            };
        };
    };
    GetHubOffer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HubOffer"];
                };
            };
        };
    };
    GetCall: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallDetail"];
                };
            };
        };
    };
    GetCallEvents: {
        parameters: {
            query?: {
                after?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallState"];
                };
            };
        };
    };
    GetDebrief: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Debrief"];
                };
            };
        };
    };
    ScoreCall: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Debrief"];
                };
            };
        };
    };
    GetRecording: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    AddPhrasing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddPhrasingRequest"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ListSupervision: {
        parameters: {
            query?: {
                callId?: string;
                before?: string;
                take?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupervisionPage"];
                };
            };
        };
    };
    GetSupervisionPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupervisionPolicy"];
                };
            };
        };
    };
    SetSupervisionPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SupervisionPolicy"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupervisionPolicy"];
                };
            };
        };
    };
    ListReviews: {
        parameters: {
            query?: {
                status?: string;
                staffId?: string;
                queue?: string;
                from?: string;
                to?: string;
                before?: string;
                take?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewPage"];
                };
            };
        };
    };
    BeginUpload: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BeginUpload"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewSummary"];
                };
            };
        };
    };
    GetUploadRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadRules"];
                };
            };
        };
    };
    ListStaff: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffMember"][];
                };
            };
        };
    };
    GetReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewSummary"];
                };
            };
        };
    };
    RemoveReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    SendPiece: {
        parameters: {
            query: {
                offset: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": components["schemas"]["Stream"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewSummary"];
                };
            };
        };
    };
    RetryReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewSummary"];
                };
            };
        };
    };
    SwapRoles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewSummary"];
                };
            };
        };
    };
    ChangeFacts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeFacts"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewSummary"];
                };
            };
        };
    };
    ListReviewAudit: {
        parameters: {
            query?: {
                recordedCallId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditLine"][];
                };
            };
        };
    };
    ReadReview: {
        parameters: {
            query?: {
                reveal?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewReading"];
                };
            };
        };
    };
    GetSound: {
        parameters: {
            query?: {
                reveal?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    GetOutline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SoundOutline"];
                };
            };
        };
    };
    GetLine: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LineHistory"];
                };
            };
        };
    };
    CorrectLine: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectLine"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LineHistory"];
                };
            };
        };
    };
    GetAgreement: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryAgreement"][];
                };
            };
        };
    };
    ListJudgements: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallJudgements"];
                };
            };
        };
    };
    SaveJudgement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveJudgement"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallJudgements"];
                };
            };
        };
    };
    ExportTable: {
        parameters: {
            query?: {
                status?: string;
                staffId?: string;
                queue?: string;
                from?: string;
                to?: string;
                before?: string;
                take?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ExportReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ListPractices: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PracticeListed"][];
                };
            };
        };
    };
    BeginPractice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BeginPractice"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MomentPractice"];
                };
            };
        };
    };
    GetPractice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                practiceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MomentPractice"];
                };
            };
        };
    };
    SavePractice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                practiceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavePractice"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MomentPractice"];
                };
            };
        };
    };
    RemovePractice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                practiceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    AssignPractice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                practiceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignPractice"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MomentPractice"];
                };
            };
        };
    };
    GetRetention: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Retention"];
                };
            };
        };
    };
    SetRetention: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Retention"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Retention"];
                };
            };
        };
    };
    HoldRecording: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoldReason"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ReleaseRecording: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    GetShare: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewSharing"];
                };
            };
        };
    };
    ShareReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShareReview"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewSharing"];
                };
            };
        };
    };
    TakeBackReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ListDisputes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenDispute"][];
                };
            };
        };
    };
    ListAnswers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallAnswers"];
                };
            };
        };
    };
    ReplyToAnswer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                answerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplyToAnswer"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallAnswers"];
                };
            };
        };
    };
    ListActions: {
        parameters: {
            query?: {
                personId?: string;
                recordedCallId?: string;
                done?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImprovementAction"][];
                };
            };
        };
    };
    ExportActions: {
        parameters: {
            query?: {
                personId?: string;
                recordedCallId?: string;
                done?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    SetAction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetAction"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImprovementAction"];
                };
            };
        };
    };
    ChangeAction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                actionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeAction"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImprovementAction"];
                };
            };
        };
    };
    RemoveAction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                actionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ListCoaches: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffMember"][];
                };
            };
        };
    };
    ListCalibrations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalibrationListed"][];
                };
            };
        };
    };
    MakeCalibration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MakeCalibration"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Calibration"];
                };
            };
        };
    };
    GetCalibration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                calibrationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Calibration"];
                };
            };
        };
    };
    CloseCalibration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                calibrationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Calibration"];
                };
            };
        };
    };
    AgreeScore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                calibrationId: string;
                callId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgreeScore"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Calibration"];
                };
            };
        };
    };
    SearchReviews: {
        parameters: {
            query?: {
                words?: string;
                moment?: string;
                staffId?: string;
                queue?: string;
                from?: string;
                to?: string;
                leastScore?: number;
                mostScore?: number;
                order?: string;
                before?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchPage"];
                };
            };
        };
    };
    ListMyReviews: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyReviewListed"][];
                };
            };
        };
    };
    GetMyNotice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyNotice"];
                };
            };
        };
    };
    ReadMyReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyReview"];
                };
            };
        };
    };
    GetMySound: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    GetMyOutline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SoundOutline"];
                };
            };
        };
    };
    GiveAnswer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GiveAnswer"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewAnswer"][];
                };
            };
        };
    };
    ListMyActions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImprovementAction"][];
                };
            };
        };
    };
    SayActionDone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                actionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CompareMyPractice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practiceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MomentComparison"];
                };
            };
        };
    };
    ListEngines: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EngineChoice"][];
                };
            };
        };
    };
    SwitchEngine: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                role: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EngineSwitch"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EngineChoice"];
                };
            };
        };
    };
    TryEngine: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                role: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EngineTried"];
                };
            };
        };
    };
    ListModels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelList"];
                };
            };
        };
    };
    FetchModel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ModelFetch"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelStanding"];
                };
            };
        };
    };
    PauseModel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelStanding"];
                };
            };
        };
    };
    VerifyModel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelStanding"];
                };
            };
        };
    };
    RemoveModel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelStanding"];
                };
            };
        };
    };
}
