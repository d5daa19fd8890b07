<?php
declare(strict_types=1);

namespace Firebase\JWT;

use UnexpectedValueException;

/** The signature is not of this key. */
class SignatureInvalidException extends UnexpectedValueException
{
}

/** The token is of a time to come, by `nbf` or `iat`. */
class BeforeValidException extends UnexpectedValueException
{
}

/** The token's time is over, by `exp`. */
class ExpiredException extends UnexpectedValueException
{
}
