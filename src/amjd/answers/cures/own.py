"""Own: the words that say again what their field says anyway, which nobody misses."""

OWN = {
    "pay.base": "base basic fixed salary pay wage only gross before tax starting from jahr monat",
    "pay.variable": "bonus variable up to annual yearly a an the of in as per year base salary",
    "pay.ote": "ote on target on-target earnings total fixed package ctc cost to company",
    "pay.period": "salary pay wage each every per a an",
    "quota.period": "each every per a calendar",
    "quota.forecast": "each every per a once",
    "portfolio.revenue": (
        "arr annual annually recurring revenue sales turnover in of total a year per eur euro euros"
        " usd dollars gbp pounds million m"
    ),
    "portfolio.expansion": "growth upsell upsells expansion sales of in",
    "portfolio.retention": (
        "percent retention or better more minimum floor at least over above gross grr"
    ),
    "portfolio.churn": (
        "percent churn max maximum under below at most up to per a month quarter year"
    ),
    "role.years": "required years year yrs yr of experience exp jahre jahr ans",
    "role.new_business": (
        "of the their your time work week a an bit lot little few some so or about up to max"
        " maximum min minimum at most least"
    ),
    "role.workplace": "work working job position role anywhere based",
    "role.employment": (
        "position job role employment employee contract contractor freelance freelancer"
        " equivalent salaried with benefits"
    ),
    "role.car": (
        "company car vehicle the a your allowance provided"
        " own mileage paid with and for need needed required or similar equivalent"
    ),
    "apply.here": "button click page form here email e-mail mail link online with the on this",
    "portfolio.accounts": "total in all overall altogether",
    "company.employees": "us of we are in all total people strong",
    "apply.phone": "call tel telephone phone mobile cell number ring us me on at or only please",
    "apply.phone_for": "only please best is are just by preferred preferably ideally thanks",
    "apply.email": "e-mail email mail cv resume send a your it to us at",
    "apply.deadline": (
        "by until on before the closing date deadline mon monday tue tuesday wed wednesday thu"
        " thursday fri friday sat saturday sun sunday sharp at latest gmt utc bst cet est pst"
    ),
}
