//! The loops that NumPy's `types` lists for each ufunc: input codes, an arrow, result codes.
//!
//! Only for show: what a ufunc computes its table's loops say. NumPy 2.4's own lists, a line of
//! `getattr(numpy, name).types` each, without those of `long double` (codes `g` and `G`), which this engine lacks.

/// A ufunc's name, and its loops with blanks between them.
pub(super) const LISTED: &[(&str, &str)] = &[
    ("absolute", "?->? b->b B->B h->h H->H i->i I->I l->l L->L q->q Q->Q e->e f->f d->d m->m F->f D->d O->O"),
    (
        "add",
        "??->? bb->b BB->B hh->h HH->H ii->i II->I ll->l LL->L qq->q QQ->Q ee->e ff->f dd->d FF->F DD->D Mm->M \
         mm->m mM->M OO->O",
    ),
    ("arccos", "e->e f->f d->d e->e f->f d->d F->F D->D O->O"),
    ("arccosh", "e->e f->f d->d e->e f->f d->d F->F D->D O->O"),
    ("arcsin", "e->e f->f d->d e->e f->f d->d F->F D->D O->O"),
    ("arcsinh", "e->e f->f d->d e->e f->f d->d F->F D->D O->O"),
    ("arctan", "e->e f->f d->d e->e f->f d->d F->F D->D O->O"),
    ("arctan2", "ee->e ff->f dd->d OO->O"),
    ("arctanh", "e->e f->f d->d e->e f->f d->d F->F D->D O->O"),
    ("bitwise_and", "??->? bb->b BB->B hh->h HH->H ii->i II->I ll->l LL->L qq->q QQ->Q OO->O"),
    ("bitwise_count", "b->B B->B h->B H->B i->B I->B l->B L->B q->B Q->B O->O"),
    ("bitwise_or", "??->? bb->b BB->B hh->h HH->H ii->i II->I ll->l LL->L qq->q QQ->Q OO->O"),
    ("bitwise_xor", "??->? bb->b BB->B hh->h HH->H ii->i II->I ll->l LL->L qq->q QQ->Q OO->O"),
    ("cbrt", "e->e f->f d->d e->e f->f d->d O->O"),
    ("ceil", "?->? b->b B->B h->h H->H i->i I->I l->l L->L q->q Q->Q e->e f->f d->d f->f d->d O->O"),
    ("conjugate", "b->b B->B h->h H->H i->i I->I l->l L->L q->q Q->Q e->e f->f d->d F->F D->D O->O"),
    ("copysign", "ee->e ff->f dd->d"),
    ("cos", "e->e f->f d->d F->F D->D O->O"),
    ("cosh", "e->e f->f d->d e->e f->f d->d F->F D->D O->O"),
    ("deg2rad", "e->e f->f d->d O->O"),
    ("degrees", "e->e f->f d->d O->O"),
    ("divide", "ee->e ff->f dd->d FF->F DD->D mq->m md->m mm->d OO->O"),
    ("divmod", "bb->bb BB->BB hh->hh HH->HH ii->ii II->II ll->ll LL->LL qq->qq QQ->QQ ee->ee ff->ff dd->dd mm->qm"),
    (
        "equal",
        "??->? bb->? BB->? hh->? HH->? ii->? II->? ll->? LL->? qq->? QQ->? qQ->? Qq->? ee->? ff->? dd->? FF->? \
         DD->? MM->? mm->? OO->? OO->O",
    ),
    ("exp", "e->e f->f d->d f->f d->d F->F D->D O->O"),
    ("exp2", "e->e f->f d->d e->e f->f d->d F->F D->D O->O"),
    ("expm1", "e->e f->f d->d e->e f->f d->d F->F D->D O->O"),
    ("fabs", "e->e f->f d->d O->O"),
    ("float_power", "dd->d DD->D"),
    ("floor", "?->? b->b B->B h->h H->H i->i I->I l->l L->L q->q Q->Q e->e f->f d->d f->f d->d O->O"),
    (
        "floor_divide",
        "bb->b BB->B hh->h HH->H ii->i II->I ll->l LL->L qq->q QQ->Q ee->e ff->f dd->d mq->m md->m mm->q OO->O",
    ),
    (
        "fmax",
        "??->? bb->b BB->B hh->h HH->H ii->i II->I ll->l LL->L qq->q QQ->Q ee->e ff->f dd->d FF->F DD->D mm->m \
         MM->M OO->O",
    ),
    (
        "fmin",
        "??->? bb->b BB->B hh->h HH->H ii->i II->I ll->l LL->L qq->q QQ->Q ee->e ff->f dd->d FF->F DD->D mm->m \
         MM->M OO->O",
    ),
    ("fmod", "bb->b BB->B hh->h HH->H ii->i II->I ll->l LL->L qq->q QQ->Q ee->e ff->f dd->d OO->O"),
    ("frexp", "e->ei f->fi d->di"),
    ("gcd", "bb->b BB->B hh->h HH->H ii->i II->I ll->l LL->L qq->q QQ->Q OO->O"),
    (
        "greater",
        "??->? bb->? BB->? hh->? HH->? ii->? II->? ll->? LL->? qq->? QQ->? qQ->? Qq->? ee->? ff->? dd->? FF->? \
         DD->? MM->? mm->? OO->? OO->O",
    ),
    (
        "greater_equal",
        "??->? bb->? BB->? hh->? HH->? ii->? II->? ll->? LL->? qq->? QQ->? qQ->? Qq->? ee->? ff->? dd->? FF->? \
         DD->? MM->? mm->? OO->? OO->O",
    ),
    ("heaviside", "ee->e ff->f dd->d"),
    ("hypot", "ee->e ff->f dd->d OO->O"),
    ("invert", "?->? b->b B->B h->h H->H i->i I->I l->l L->L q->q Q->Q O->O"),
    ("isfinite", "?->? b->? B->? h->? H->? i->? I->? l->? L->? q->? Q->? e->? f->? d->? F->? D->? m->? M->?"),
    ("isinf", "?->? b->? B->? h->? H->? i->? I->? l->? L->? q->? Q->? e->? f->? d->? F->? D->? m->? M->?"),
    ("isnan", "?->? b->? B->? h->? H->? i->? I->? l->? L->? q->? Q->? e->? f->? d->? F->? D->? m->? M->?"),
    ("isnat", "M->? m->?"),
    ("lcm", "bb->b BB->B hh->h HH->H ii->i II->I ll->l LL->L qq->q QQ->Q OO->O"),
    ("ldexp", "ei->e fi->f el->e fl->f di->d dl->d"),
    ("left_shift", "bb->b BB->B hh->h HH->H ii->i II->I ll->l LL->L qq->q QQ->Q OO->O"),
    (
        "less",
        "??->? bb->? BB->? hh->? HH->? ii->? II->? ll->? LL->? qq->? QQ->? qQ->? Qq->? ee->? ff->? dd->? FF->? \
         DD->? MM->? mm->? OO->? OO->O",
    ),
    (
        "less_equal",
        "??->? bb->? BB->? hh->? HH->? ii->? II->? ll->? LL->? qq->? QQ->? qQ->? Qq->? ee->? ff->? dd->? FF->? \
         DD->? MM->? mm->? OO->? OO->O",
    ),
    ("log", "e->e f->f d->d f->f d->d F->F D->D O->O"),
    ("log10", "e->e f->f d->d e->e f->f d->d F->F D->D O->O"),
    ("log1p", "e->e f->f d->d e->e f->f d->d F->F D->D O->O"),
    ("log2", "e->e f->f d->d e->e f->f d->d F->F D->D O->O"),
    ("logaddexp", "ee->e ff->f dd->d"),
    ("logaddexp2", "ee->e ff->f dd->d"),
    (
        "logical_and",
        "??->? bb->? BB->? hh->? HH->? ii->? II->? ll->? LL->? qq->? QQ->? ee->? ff->? dd->? FF->? DD->? OO->O",
    ),
    ("logical_not", "?->? b->? B->? h->? H->? i->? I->? l->? L->? q->? Q->? e->? f->? d->? F->? D->? O->O"),
    (
        "logical_or",
        "??->? bb->? BB->? hh->? HH->? ii->? II->? ll->? LL->? qq->? QQ->? ee->? ff->? dd->? FF->? DD->? OO->O",
    ),
    (
        "logical_xor",
        "??->? bb->? BB->? hh->? HH->? ii->? II->? ll->? LL->? qq->? QQ->? ee->? ff->? dd->? FF->? DD->? OO->O",
    ),
    ("matmul", "??->? bb->b BB->B hh->h HH->H ii->i II->I ll->l LL->L qq->q QQ->Q ee->e ff->f dd->d FF->F DD->D OO->O"),
    ("matvec", "??->? bb->b BB->B hh->h HH->H ii->i II->I ll->l LL->L qq->q QQ->Q ee->e ff->f dd->d FF->F DD->D OO->O"),
    (
        "maximum",
        "??->? bb->b BB->B hh->h HH->H ii->i II->I ll->l LL->L qq->q QQ->Q ee->e ff->f dd->d FF->F DD->D mm->m \
         MM->M OO->O",
    ),
    (
        "minimum",
        "??->? bb->b BB->B hh->h HH->H ii->i II->I ll->l LL->L qq->q QQ->Q ee->e ff->f dd->d FF->F DD->D mm->m \
         MM->M OO->O",
    ),
    ("modf", "e->ee f->ff d->dd"),
    (
        "multiply",
        "??->? bb->b BB->B hh->h HH->H ii->i II->I ll->l LL->L qq->q QQ->Q ee->e ff->f dd->d FF->F DD->D mq->m \
         qm->m md->m dm->m OO->O",
    ),
    ("negative", "b->b B->B h->h H->H i->i I->I l->l L->L q->q Q->Q e->e f->f d->d m->m F->F D->D O->O"),
    ("nextafter", "ee->e ff->f dd->d"),
    (
        "not_equal",
        "??->? bb->? BB->? hh->? HH->? ii->? II->? ll->? LL->? qq->? QQ->? qQ->? Qq->? ee->? ff->? dd->? FF->? \
         DD->? MM->? mm->? OO->? OO->O",
    ),
    ("positive", "b->b B->B h->h H->H i->i I->I l->l L->L q->q Q->Q e->e f->f d->d m->m F->F D->D O->O"),
    (
        "power",
        "bb->b BB->B hh->h HH->H ii->i II->I ll->l LL->L qq->q QQ->Q ee->e ff->f dd->d ee->e ff->f dd->d FF->F \
         DD->D OO->O",
    ),
    ("rad2deg", "e->e f->f d->d O->O"),
    ("radians", "e->e f->f d->d O->O"),
    ("reciprocal", "b->b B->B h->h H->H i->i I->I l->l L->L q->q Q->Q e->e f->f d->d F->F D->D O->O"),
    ("remainder", "bb->b BB->B hh->h HH->H ii->i II->I ll->l LL->L qq->q QQ->Q ee->e ff->f dd->d mm->m OO->O"),
    ("right_shift", "bb->b BB->B hh->h HH->H ii->i II->I ll->l LL->L qq->q QQ->Q OO->O"),
    ("rint", "e->e f->f d->d f->f d->d F->F D->D O->O"),
    ("sign", "b->b B->B h->h H->H i->i I->I l->l L->L q->q Q->Q e->e f->f d->d F->F D->D m->m O->O"),
    ("signbit", "e->? f->? d->?"),
    ("sin", "e->e f->f d->d F->F D->D O->O"),
    ("sinh", "e->e f->f d->d e->e f->f d->d F->F D->D O->O"),
    ("spacing", "e->e f->f d->d"),
    ("sqrt", "e->e f->f d->d f->f d->d F->F D->D O->O"),
    ("square", "b->b B->B h->h H->H i->i I->I l->l L->L q->q Q->Q e->e f->f d->d F->F D->D O->O"),
    (
        "subtract",
        "bb->b BB->B hh->h HH->H ii->i II->I ll->l LL->L qq->q QQ->Q ee->e ff->f dd->d FF->F DD->D Mm->M mm->m \
         MM->m OO->O",
    ),
    ("tan", "e->e f->f d->d e->e f->f d->d F->F D->D O->O"),
    ("tanh", "e->e f->f d->d e->e f->f d->d F->F D->D O->O"),
    ("trunc", "?->? b->b B->B h->h H->H i->i I->I l->l L->L q->q Q->Q e->e f->f d->d f->f d->d O->O"),
    ("vecdot", "??->? bb->b BB->B hh->h HH->H ii->i II->I ll->l LL->L qq->q QQ->Q ee->e ff->f dd->d FF->F DD->D OO->O"),
    ("vecmat", "??->? bb->b BB->B hh->h HH->H ii->i II->I ll->l LL->L qq->q QQ->Q ee->e ff->f dd->d FF->F DD->D OO->O"),
];
